package cn.linli.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.petition.Channel;
import cn.linli.events.petition.DueKind;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Escalated;
import cn.linli.events.petition.PetitionEvent.FellDue;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.Urgency;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.ListFields;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.domain.Actor;
import cn.linli.petition.domain.FormalPast;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.domain.PetitionRules;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import cn.linli.platform.lease.Lease;
import cn.linli.platform.timer.TimerScheduler;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand requests lose their rung within a minute, with three processes of the service, while
 * people remind and the process that leads the timers is killed: each climbs exactly once.
 */
@Tag("slow")
class TenThousandFallDueTest {

  private static final int REQUESTS = 10_000;
  private static final int REMINDED = 500;
  private static final int IN_FLIGHT_MAX = 500;

  /** So that they fall due over most of a minute. */
  private static final int PER_SECOND = 250;

  private static final String PLACE = "370602003006";
  private static final Actor DESK =
      new Actor("hotline-operator@3706#test", new Unit(Level.CITY, "3706", null), true, false);

  /** Long enough to file them all first, on a busy machine too. */
  private static final int RUNG_SECONDS = 180;

  private final Semaphore free = new Semaphore(IN_FLIGHT_MAX);

  @Test
  void each_climbs_exactly_once() throws InterruptedException {
    try (var server = new Server("fallduethree", Clock.systemUTC());
        var first = server.sibling("first");
        var second = server.sibling("second")) {
      configure(server);
      List<StreamId> streams = file(server);
      assertThat(first.isAlive() && second.isAlive()).isTrue();
      MongoCollection<Document> states = server.database().getCollection(StateStore.COLLECTION);

      await()
          .atMost(Duration.ofSeconds(RUNG_SECONDS + 60))
          .until(() -> climbed(states) > REQUESTS / 10);
      server.bean(TimerScheduler.class).close();
      var siblings = Map.of(first.name(), first, second.name(), second);
      await().atMost(Duration.ofSeconds(60)).until(() -> siblings.containsKey(leader(server)));
      remind(server, streams.subList(REQUESTS - REMINDED, REQUESTS));
      siblings.get(leader(server)).kill();
      await()
          .atMost(Duration.ofSeconds(180))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> climbed(states) == REQUESTS);

      assertEachOnce(server, streams);
    }
  }

  private static void configure(Server server) {
    var rung = Server.json("amount", RUNG_SECONDS / 60, "unit", "minutes");
    var day = Server.json("amount", 24, "unit", "hours");
    server.as("admin@3706").post("/config/rungs?division=" + PLACE, Server.rungs(rung, day)).ok();
    server.as("admin@3706").post("/config/limits?division=" + PLACE, Server.limits(day, day)).ok();
  }

  private List<StreamId> file(Server server) throws InterruptedException {
    var facts = server.bean(FactsBook.class);
    var gate = server.bean(CommandGate.class);
    var streams = new ArrayList<StreamId>();
    for (int i = 0; i < REQUESTS; i++) {
      StreamId stream = PetitionStream.of("%026d".formatted(i));
      streams.add(stream);
      if (i % PER_SECOND == 0) {
        Thread.sleep(Duration.ofSeconds(1));
      }
      String division = PLACE + "%03d".formatted(1 + i % 9);
      submit(gate, command(stream, "file-" + i, facts, division, Fixture.submission(division)));
    }
    free.acquire(IN_FLIGHT_MAX);
    free.release(IN_FLIGHT_MAX);
    return streams;
  }

  private void remind(Server server, List<StreamId> streams) throws InterruptedException {
    var facts = server.bean(FactsBook.class);
    var gate = server.bean(CommandGate.class);
    for (StreamId stream : streams) {
      submit(
          gate,
          command(stream, "remind-" + stream.key(), facts, PLACE, new PetitionCommand.Remind()));
    }
  }

  private static Command command(
      StreamId stream, String id, FactsBook facts, String division, PetitionCommand asks) {
    return new Command(
        id,
        false,
        "",
        List.of(stream),
        null,
        DESK.ref(),
        id,
        id,
        200,
        List.of(),
        Command.single(
            stream,
            Petition.class,
            (petition, at) -> PetitionRules.decide(asks, petition, facts.at(at, DESK, division))));
  }

  private void submit(CommandGate gate, Command command) throws InterruptedException {
    free.acquire();
    gate.submit(command)
        .whenComplete((outcome, _) -> {
          free.release();
          assertThat(outcome).isInstanceOf(Outcome.Done.class);
        });
  }

  private static long climbed(MongoCollection<Document> states) {
    return states.countDocuments(
        Filters.and(
            Filters.exists(ListFields.RECEIVED), Filters.eq(ListFields.LEVEL, "community")));
  }

  private static String leader(Server server) {
    Document lease =
        server.database().getCollection(Lease.COLLECTION).find(Filters.eq("_id", "timers")).first();
    return lease == null ? "" : lease.getString("owner");
  }

  private static void assertEachOnce(Server server, List<StreamId> streams) {
    var history = server.bean(History.class);
    var twice = new ArrayList<String>();
    for (StreamId stream : streams) {
      var events = history.events(stream, PetitionEvent.class, 0, History.PAGE_MAX);
      long climbs = events.stream().filter(it -> it.event() instanceof Escalated).count();
      long told =
          events.stream()
              .filter(it -> it.event() instanceof FellDue due && due.which() == DueKind.RUNG)
              .count();
      if (climbs != 1 || told != 1) {
        twice.add(stream + " climbed " + climbs + ", told " + told);
      }
      assertThat(events)
          .extracting(it -> it.sequence())
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, events.size()).mapToObj(it -> (long) it).toList());
    }
    assertThat(twice).isEmpty();
  }

  private static final class Fixture {
    static PetitionCommand.Submit submission(String division) {
      return new PetitionCommand.Submit(
          Kind.APPEAL,
          Regime.HOTLINE,
          Channel.HOTLINE,
          Urgency.NORMAL,
          "noise",
          division,
          true,
          false,
          false,
          false,
          0,
          1,
          false,
          null,
          null,
          null,
          FormalPast.NONE,
          null,
          null,
          "content",
          null,
          List.of());
    }
  }
}
