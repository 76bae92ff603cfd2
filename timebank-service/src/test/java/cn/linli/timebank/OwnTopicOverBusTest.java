package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static cn.linli.timebank.Bank.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.Event;
import cn.linli.events.EventCodec;
import cn.linli.events.timebank.AccountEvent.SuccessionLapsed;
import cn.linli.events.timebank.OrderEvent.OrderLapsed;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.local.LocalServers;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Streams;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.testing.Bus;
import cn.linli.testing.Person;
import cn.linli.timebank.domain.orders.Order;
import cn.linli.timebank.ledger.Book;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the bank's own topic brings back to it: a real database, a real broker, each event told
 * twice at once and once more when all is done. Days pass in no test, so what a timer would put
 * into the stream is put there by hand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnTopicOverBusTest {

  /** Accounts whose lapse is told last: enough that each partition has one, all but surely. */
  private static final int MARKERS = 6;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Bus own = new Bus("linli.timebank");
  private final EventCodec<TimebankEvent> codec = EventCodec.of(TimebankEvent.class);
  private Bank bank;

  @BeforeAll
  void start() {
    bank =
        new Bank(
            new Server(
                "own-topic",
                Clock.systemUTC(),
                "spring.kafka.bootstrap-servers=" + LocalServers.brokers(),
                "linli.timebank.own-topic=" + own.topic()));
    bank.community(HERE, "clearingPairMinutes", 60);
    bank.community(THERE, "clearingPairMinutes", 60);
  }

  @AfterAll
  void stop() {
    bank.close();
    own.close();
  }

  @Test
  void a_lapsed_order_gives_back_minutes_stock_limit_and_room_once() {
    String account = bank.account(HERE, "lapses", "minutes", 60);
    String reward = bank.reward(THERE, "service", "minutes", 60, "stock", 1, "quarterLimit", 1);
    Person holder = bank.resident(HERE, "lapses");
    String id = bank.order(holder, account, reward, 1).created().id();
    var stream = new StreamId("o", id);
    OrderLapsed lapsed =
        happens(stream, streams -> new OrderLapsed(streams.state(stream, Order.class).filed()));
    assertThat(bank.available(account, "minutes")).isZero();

    twice(stream, 2, lapsed);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> holder.get("/bank/orders/" + id).ok().has("status", "given-back"));
    assertThat(bank.available(account, "minutes")).isEqualTo(60);
    holder.get("/bank/rewards/" + reward).ok().has("left", 1);
    String pair = "c:" + HERE + "-" + THERE;
    nothingMore(stream, 2, lapsed, "o:" + id, "a:" + account, "w:" + reward, pair);
    String again = bank.order(bank.resident(HERE, "lapses"), account, reward, 1).created().id();
    assertThat(again).isNotEqualTo(id);
  }

  @Test
  void what_nobody_asked_for_goes_to_the_pool_once() {
    String account = bank.account(HERE, "left", "minutes", 75);
    String pool = Book.pool(HERE);
    bank.clerk(HERE)
        .post("/bank/accounts/" + account + "/freeze", "cause", "death", "reason", "讣告")
        .ok();
    int before = bank.available(pool, "minutes");
    int points = bank.available(pool, "points");
    var stream = new StreamId("a", account);
    SuccessionLapsed lapsed = happens(stream, _ -> new SuccessionLapsed(pool));
    int version = bank.server.journal("a:" + account).size();

    twice(stream, version, lapsed);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            bank.clerk(HERE)
                .get("/bank/accounts/" + account)
                .ok()
                .has("status", "closed", "minutes.posted", 0));
    assertThat(bank.available(pool, "minutes")).isEqualTo(before + 75);
    assertThat(bank.available(pool, "points")).isGreaterThanOrEqualTo(points);
    nothingMore(stream, version, lapsed, "a:" + account);
  }

  /**
   * Told behind all that, to the stream that was told of again so that the partition is the same:
   * what it brings about proves that everything before it was read.
   *
   * @param streams whose journals must not grow
   */
  private void nothingMore(StreamId stream, long sequence, TimebankEvent event, String... streams) {
    List<Integer> written = written(List.of(streams));
    own.publish(codec, stream.toString(), sequence, event);
    for (int marker = 0; marker < MARKERS; marker++) {
      String account = bank.account(HERE, "marker-" + System.nanoTime(), "minutes", 1);
      bank.clerk(HERE)
          .post("/bank/accounts/" + account + "/freeze", "cause", "death", "reason", "讣告")
          .ok();
      var passbook = new StreamId("a", account);
      var lapsed = happens(passbook, _ -> new SuccessionLapsed(Book.pool(HERE)));
      own.publish(codec, passbook.toString(), 4, lapsed);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> bank.clerk(HERE).get("/bank/accounts/" + account).ok().has("status", "closed"));
    }
    assertThat(written(List.of(streams))).isEqualTo(written);
  }

  private List<Integer> written(List<String> streams) {
    return streams.stream().map(stream -> bank.server.journal(stream).size()).toList();
  }

  private void twice(StreamId stream, long sequence, TimebankEvent event) {
    for (int times = 0; times < 2; times++) {
      own.publish(codec, stream.toString(), sequence, event);
    }
  }

  /** As a timer would. */
  private <E extends Event> E happens(StreamId stream, Function<Streams, E> event) {
    var happened = new java.util.concurrent.atomic.AtomicReference<E>();
    Outcome outcome =
        bank.server
            .bean(CommandGate.class)
            .submit(
                new Command(
                    stream + "/lapse",
                    true,
                    "hash",
                    List.of(stream),
                    null,
                    "timer@37#test",
                    "thread",
                    "cause",
                    200,
                    List.of(),
                    streams -> {
                      happened.set(event.apply(streams));
                      return new Verdict.Accept(
                          List.of(new Change(stream, List.of(happened.get()))));
                    }))
            .join();
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return happened.get();
  }
}
