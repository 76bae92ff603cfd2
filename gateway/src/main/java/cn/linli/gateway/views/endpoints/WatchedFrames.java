package cn.linli.gateway.views.endpoints;

import cn.linli.gateway.views.figures.Figures;
import cn.linli.gateway.views.frames.Frame;
import cn.linli.gateway.views.frames.FrameReader;
import cn.linli.platform.division.DivisionCode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Frames that somebody watches are read once a second, however many watch them. */
public final class WatchedFrames implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedFrames.class);

  private static final Duration ROUND = Duration.ofSeconds(1);

  private final FrameReader frames;
  private final Asked asked;
  private final Scheduler reading =
      Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "watched-frames");
  private final Map<DivisionCode, Flux<Frame>> watched = new ConcurrentHashMap<>();

  public WatchedFrames(FrameReader frames, Asked asked) {
    this.frames = frames;
    this.asked = asked;
  }

  /** The frame as it is now, then once a second as long as somebody listens. */
  Flux<Frame> of(DivisionCode division) {
    return watched.computeIfAbsent(division, this::shared);
  }

  private Flux<Frame> shared(DivisionCode division) {
    return Flux.interval(Duration.ZERO, ROUND)
        .onBackpressureDrop()
        .concatMap(round -> read(division), 1)
        .doFinally(end -> watched.remove(division))
        .replay(1)
        .refCount(1);
  }

  /** A store that is away for a moment leaves a round out, the stream goes on. */
  private Mono<Frame> read(DivisionCode division) {
    return Mono.fromCallable(() ->
            frames.frame(
                division, asked.window(null, Optional.empty(), Optional.empty()), Figures.ALL))
        .subscribeOn(reading)
        .onErrorResume(e -> {
          LOG.warn("frame of {} not read: {}", division, e.toString());
          return Mono.empty();
        });
  }

  @Override
  public void close() {
    reading.dispose();
  }
}
