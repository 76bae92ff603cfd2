package cn.linli.gateway.views.endpoints;

import cn.linli.gateway.views.frames.Frame;
import cn.linli.gateway.views.frames.Part;
import cn.linli.platform.access.Session;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.Json;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.RawHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Figures as they change, as server-sent events. The first event is always a full frame, whatever
 * {@code Last-Event-ID} says, so nothing is lost over a reconnect; after it one event for each
 * frame whose revision differs, a heartbeat every 15 s, an alert when a part starts or stops being
 * live.
 */
public final class FigureStream implements RawHandler {

  static final int SUBSCRIBERS_MAX = 2_000;

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  private final WatchedFrames watched;
  private final Asked asked;
  private final Clock clock;
  private final AtomicInteger subscribers = new AtomicInteger();

  public FigureStream(WatchedFrames watched, Asked asked, Clock clock) {
    this.watched = watched;
    this.asked = asked;
    this.clock = clock;
  }

  /** What a heartbeat tells. */
  public record Heartbeat(Instant at, @Nullable Instant asOf, @Nullable Long lagMs) {}

  /** A part that is no longer live, or is again. */
  public record Alert(String service, String state, @Nullable String reason, Instant at) {}

  public int subscribers() {
    return subscribers.get();
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request, Optional<Session> session) {
    Session by = session.orElseThrow();
    DivisionCode division =
        asked.known(
            DivisionCode.parse(request.pathVariable("division"))
                .orElseThrow(() -> new ProblemException(Problem.of(422, "unknown-division"))),
            by.caller());
    if (subscribers.incrementAndGet() > SUBSCRIBERS_MAX) {
      subscribers.decrementAndGet();
      throw new ProblemException(new Problem(503, "overloaded", Map.of(), List.of(), RETRY_AFTER));
    }
    var events =
        events(division)
            .takeUntilOther(Mono.delay(Duration.between(clock.instant(), by.expiresAt())))
            .doFinally(end -> subscribers.decrementAndGet());
    return ServerResponse.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(BodyInserters.fromServerSentEvents(events));
  }

  private Flux<ServerSentEvent<String>> events(DivisionCode division) {
    return watched
        .of(division)
        .onBackpressureLatest()
        .publish(frames -> Flux.merge(figures(frames), alerts(frames), heartbeats(frames)));
  }

  private Flux<ServerSentEvent<String>> figures(Flux<Frame> frames) {
    return frames
        .distinctUntilChanged(Frame::revision)
        .map(frame -> event("figures", frame.revision(), frame));
  }

  private Flux<ServerSentEvent<String>> alerts(Flux<Frame> frames) {
    return frames
        .map(frame -> frame.parts().getFirst())
        .distinctUntilChanged(Part::state)
        .skipWhile(part -> part.state().equals("live"))
        .map(part -> {
          var alert = new Alert(part.service(), part.state(), part.alarm(), clock.instant());
          return event("alert", null, alert);
        });
  }

  private Flux<ServerSentEvent<String>> heartbeats(Flux<Frame> frames) {
    return Flux.interval(HEARTBEAT)
        .withLatestFrom(
            frames, (tick, frame) -> new Heartbeat(clock.instant(), frame.asOf(), frame.lagMs()))
        .map(heartbeat -> event("heartbeat", null, heartbeat));
  }

  private static ServerSentEvent<String> event(String name, @Nullable String id, Object data) {
    var event = ServerSentEvent.<String>builder().event(name);
    if (id != null) {
      event.id(id);
    }
    return event.data(Json.MAPPER.writeValueAsString(data)).build();
  }
}
