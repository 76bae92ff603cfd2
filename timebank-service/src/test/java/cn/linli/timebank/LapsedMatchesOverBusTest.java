package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static cn.linli.timebank.Bank.THERE;
import static cn.linli.timebank.Bank.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.timebank.ExchangeEvent.MatchProposed;
import cn.linli.events.timebank.MatchSide;
import cn.linli.local.LocalServers;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A match that nobody confirms ends by itself: its own timer, the service's own topic, and what it
 * had taken comes back once. Thirty days are some seconds here: the proposal says when.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LapsedMatchesOverBusTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Between the two communities: room for one and a half matches. */
  private static final int ROOM = 90;

  private static final int MINUTES = 60;
  private static final int SERVED = 30;
  private static final int MATCHES = 12;

  private final String topic = LocalServers.kafka().freshTopic("linli.timebank", 2);
  private Bank bank;

  @BeforeAll
  void start() {
    bank =
        new Bank(
            new Server(
                "lapsed-matches",
                Clock.systemUTC(),
                "spring.kafka.bootstrap-servers=" + LocalServers.brokers(),
                "spring.cloud.stream.kafka.binder.brokers=" + LocalServers.brokers(),
                "linli.relay.topic=" + topic,
                "linli.relay.partitions=2",
                "linli.timebank.own-topic=" + topic,
                "linli.timebank.petition-topic="
                    + LocalServers.kafka().freshTopic("linli.petition", 2),
                "linli.timebank.mediation-topic="
                    + LocalServers.kafka().freshTopic("linli.mediation", 2)));
    await().atMost(PATIENCE).until(bank.server::accepts);
    bank.community(HERE);
    bank.community(THERE);
  }

  @AfterAll
  void stop() {
    bank.close();
  }

  private String need(String name, String account) {
    String id =
        bank.resident(HERE, name)
            .post(
                "/bank/needs",
                "account",
                account,
                "service",
                "outing",
                "minutes",
                MINUTES,
                "until",
                Instant.now().plus(Duration.ofDays(2)).toString(),
                "words",
                "陪同去医院复查")
            .created()
            .id();
    bank.clerk(HERE).post("/bank/needs/" + id + "/audit").ok();
    return id;
  }

  /** As the provider's own proposal, only that it lapses soon; its path. */
  private String proposed(
      String need, String provider, String recipient, Instant until, int number) {
    var stream = new StreamId("e:match", "%026d".formatted(number));
    var proposed =
        new MatchProposed(
            stream.key(),
            need,
            null,
            provider,
            recipient,
            HERE,
            "outing",
            MINUTES,
            false,
            MatchSide.PROVIDER,
            until);
    Outcome outcome =
        bank.server
            .bean(CommandGate.class)
            .submit(
                new Command(
                    stream + "/propose",
                    true,
                    "hash",
                    List.of(stream),
                    null,
                    "resident@" + THERE + "#test",
                    "thread",
                    "cause",
                    201,
                    List.of(),
                    _ -> new Verdict.Accept(List.of(new Change(stream, List.of(proposed))))))
            .join();
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return "/bank/matches/" + stream.key();
  }

  /** What the one owes the other, in minutes; the sum over all is nothing. */
  private int owed() {
    var pairs =
        bank.server
            .as("street-officer@370602003")
            .get("/bank/clearing?division=370602003")
            .ok()
            .has("sum", 0)
            .at("pairs");
    return pairs.isEmpty() ? 0 : pairs.get(0).get("owed").asInt();
  }

  private List<Document> pair() {
    return bank.server.journal("c:" + HERE + "-" + THERE);
  }

  /** What the last word between the two says is still kept. */
  private int reserved() {
    String found = pair().getLast().toString().replaceAll("(?s).*\"reserved\":(\\d+).*", "$1");
    return Integer.parseInt(found);
  }

  private Reply agrees(String elder, String match) {
    return bank.resident(HERE, elder).post(match + "/agree");
  }

  private void room(int minutes) {
    bank.scheme(HERE, "clearingPairMinutes", minutes);
    bank.scheme(THERE, "clearingPairMinutes", minutes);
  }

  @Test
  void room_hold_and_need_come_back_and_somebody_else_may_help() {
    room(owed() + ROOM);
    String helper = bank.account(THERE, "helper");
    String elder = bank.account(HERE, "elder", "minutes", MINUTES);
    String need = need("elder", elder);
    String second = bank.account(HERE, "second", "minutes", MINUTES);
    Instant later = Instant.now().plus(Duration.ofDays(30));
    String waits = proposed(need("second", second), helper, second, later, 2);
    int words = pair().size();
    Instant soon = Instant.now().plusSeconds(6).truncatedTo(ChronoUnit.MILLIS);
    String match = proposed(need, helper, elder, soon, 1);
    agrees("elder", match).ok().has("status", "agreed", "until", soon.toString());
    agrees("second", waits).refused("pair-limit");
    assertThat(bank.available(elder, "minutes")).isZero();
    assertThat(reserved()).isEqualTo(MINUTES);

    Person recipient = bank.resident(HERE, "elder");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> recipient.get(match).ok().has("status", "given-back"));
    assertThat(bank.available(elder, "minutes")).isEqualTo(MINUTES);
    assertThat(reserved()).isZero();
    assertThat(pair()).as("reserved and released, once").hasSize(words + 2);
    recipient.get("/bank/needs/" + need).ok().has("status", "open");
    once(recipient).post(match + "/cancel").refused("match-lapsed");
    agrees("second", waits).ok().has("status", "agreed");
    bank.resident(HERE, "second").post(waits + "/cancel").ok();
    bank.resident(THERE, "helper")
        .post("/bank/matches", "need", need, "provider", helper)
        .created();
  }

  /** Cancelled, confirmed or lapsed, at about the same instant: the room is given back once. */
  @Test
  void whatever_comes_first_no_room_leaks() {
    room(10_000);
    int before = owed();
    String helper = bank.account(THERE, "busy");
    var elders = new ArrayList<String>();
    var needs = new ArrayList<String>();
    for (int i = 0; i < MATCHES; i++) {
      elders.add(bank.account(HERE, "busy-" + i, "minutes", MINUTES));
      needs.add(need("busy-" + i, elders.get(i)));
    }
    Instant due = Instant.now().plusSeconds(15).truncatedTo(ChronoUnit.MILLIS);
    var paths = new ArrayList<String>();
    for (int i = 0; i < MATCHES; i++) {
      String path = proposed(needs.get(i), helper, elders.get(i), due, 100 + i);
      paths.add(path);
      agrees("busy-" + i, path).ok();
      if (i % 3 == 0) {
        Instant began = Instant.now().minus(Duration.ofMinutes(60 * (i + 2)));
        Instant ended = began.plus(Duration.ofMinutes(SERVED));
        bank.resident(THERE, "busy")
            .post(path + "/deliver", "began", began.toString(), "ended", ended.toString())
            .ok();
      }
    }
    endsAround(due, paths);
    long paid = 0;
    for (int i = 0; i < MATCHES; i++) {
      Person elder = bank.resident(HERE, "busy-" + i);
      String path = paths.get(i);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(elder.get(path).ok().text("status"))
                  .isIn("given-back", "cancelled", "confirmed"));
      int minutes = elder.get(path).ok().text("status").equals("confirmed") ? SERVED : 0;
      paid += minutes;
      assertThat(bank.available(elders.get(i), "minutes")).isEqualTo(MINUTES - minutes);
    }
    assertThat(reserved()).isZero();
    assertThat(owed()).isEqualTo(before + (int) paid);
  }

  /** A third is confirmed, a third cancelled, each half a second around; a third left alone. */
  private void endsAround(Instant due, List<String> paths) {
    var random = new Random(20_261_123);
    try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < paths.size(); i++) {
        Person elder = bank.resident(HERE, "busy-" + i);
        String path = paths.get(i);
        boolean confirms = i % 3 == 0;
        Instant at = due.plusMillis(random.nextInt(1_000) - 500);
        if (i % 3 < 2) {
          all.submit(() -> {
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), at).toMillis()));
            return confirms
                ? elder.post(path + "/confirm", "minutes", SERVED)
                : elder.post(path + "/cancel");
          });
        }
      }
    }
  }
}
