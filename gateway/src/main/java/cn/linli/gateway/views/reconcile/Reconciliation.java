package cn.linli.gateway.views.reconcile;

import cn.linli.gateway.routing.ServiceCalls;
import cn.linli.gateway.views.cells.AppliedCounts;
import cn.linli.gateway.views.endpoints.Asked;
import cn.linli.gateway.views.reconcile.ReconciliationReply.Line;
import cn.linli.gateway.views.reconcile.ReconciliationReply.Passed;
import cn.linli.gateway.views.reconcile.ReconciliationReply.Topic;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Session;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.fold.Poison;
import cn.linli.platform.reconcile.Published;
import cn.linli.platform.reconcile.ReconcileAutoConfiguration;
import cn.linli.platform.web.RawHandler;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Compares, for one day and each district, the events in the journals, on the topics and in the
 * live view. Each number is counted at its own place; none is taken from another.
 */
public final class Reconciliation implements RawHandler {

  private final ServiceCalls services;
  private final Published published;
  private final AppliedCounts applied;
  private final Map<String, String> subjects;
  private final Clock clock;
  private final ZoneId zone;
  private final Scheduler blocking;

  /**
   * @param subjects topic to the subject of its fold
   */
  public Reconciliation(
      ServiceCalls services,
      Published published,
      AppliedCounts applied,
      Map<String, String> subjects,
      Clock clock,
      ZoneId zone,
      Scheduler blocking) {
    this.services = services;
    this.published = published;
    this.applied = applied;
    this.subjects = new TreeMap<>(subjects).descendingMap();
    this.clock = clock;
    this.zone = zone;
    this.blocking = blocking;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request, Optional<Session> session) {
    LocalDate day = request.queryParam("day").map(this::day).orElse(today());
    Caller caller = session.orElseThrow().caller();
    return services
        .ask(ReconcileAutoConfiguration.PATH + "?day=" + day, request.exchange())
        .publishOn(blocking)
        .map(answers -> compare(day, answers, caller))
        .flatMap(reply -> ServerResponse.ok().bodyValue(reply));
  }

  private ReconciliationReply compare(
      LocalDate day, List<ServiceCalls.Answer> answers, Caller caller) {
    Map<String, Map<String, Long>> committed = new TreeMap<>();
    for (var answer : answers) {
      var body = answer.body();
      if (body != null) {
        var counts = new TreeMap<String, Long>();
        body.path("divisions")
            .propertyStream()
            .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        committed.put(body.path("topic").asString(), counts);
      }
    }
    var topics = new ArrayList<Topic>();
    subjects.forEach(
        (topic, subject) -> topics.add(topic(day, topic, subject, committed.get(topic), caller)));
    boolean equal =
        topics.stream()
            .allMatch(topic ->
                topic.state().equals("ok")
                    && topic.passed().isEmpty()
                    && topic.divisions().stream().allMatch(line -> line.difference() == null));
    return new ReconciliationReply(day, equal, topics);
  }

  private Topic topic(
      LocalDate day,
      String topic,
      String subject,
      @Nullable Map<String, Long> committed,
      Caller caller) {
    Map<String, Long> sent = published.on(day, topic);
    var divisions = new TreeSet<>(sent.keySet());
    if (committed != null) {
      divisions.addAll(committed.keySet());
    }
    Map<String, Long> counted = applied.on(day, subject, divisions);
    var lines = new ArrayList<Line>();
    for (var division : divisions) {
      if (covers(caller, division)) {
        lines.add(
            line(
                division,
                committed == null ? null : committed.getOrDefault(division, 0L),
                sent.getOrDefault(division, 0L),
                counted.getOrDefault(division, 0L)));
      }
    }
    return new Topic(
        topic,
        committed == null ? "unavailable" : "ok",
        lines,
        applied.passed(topic).stream().map(Reconciliation::passed).toList());
  }

  private static boolean covers(Caller caller, String division) {
    return DivisionCode.parse(division).map(caller::covers).orElse(true);
  }

  static Line line(String division, @Nullable Long committed, long published, long applied) {
    var differences = new ArrayList<String>();
    if (committed != null && committed != published) {
      differences.add(
          committed > published
              ? committed - published + " committed and not published"
              : published - committed + " published and not committed");
    }
    if (published != applied) {
      differences.add(
          published > applied
              ? published - applied + " published and not applied"
              : applied - published + " applied and not published");
    }
    return new Line(
        division,
        committed,
        published,
        applied,
        differences.isEmpty() ? null : String.join("; ", differences));
  }

  private static Passed passed(Poison record) {
    return new Passed(
        record.event(),
        record.type(),
        record.partition(),
        record.n(),
        record.offset(),
        record.reason());
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Asked.bad("day", "RFC 3339 date");
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
