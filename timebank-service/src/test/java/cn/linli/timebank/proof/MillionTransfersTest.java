package cn.linli.timebank.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.Unit;
import cn.linli.local.LocalMongo;
import cn.linli.platform.commit.Outcome;
import cn.linli.timebank.accounts.PointInTime;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A million transfers by two instances at once, while the database is killed again and again, and
 * every fifth command is sent once more to the other instance. A checker that has only written down
 * what it asked and what it was answered then looks at the journal, and asks passbooks what they
 * were.
 */
@Tag("slow")
class MillionTransfersTest {

  private static final int COMMANDS = Integer.getInteger("linli.transfers", 1_000_000);
  private static final int HOLDERS = 2_000;
  private static final int MINUTES_EACH = 60;
  private static final int IN_FLIGHT = 512;
  private static final double CACHE_GIGABYTES = 2;
  private static final Duration FIRST_KILL = Duration.ofSeconds(10);
  private static final Duration BETWEEN_KILLS = Duration.ofMinutes(1);
  private static final int LOOKED_BACK_AT = 100;
  private static final int INSTANTS = 50;

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(20_261_123);
  private final int[] from = new int[COMMANDS];
  private final int[] to = new int[COMMANDS];
  private final int[] amount = new int[COMMANDS];
  private final AtomicReferenceArray<Answer> answers = new AtomicReferenceArray<>(COMMANDS);
  private volatile int kills;
  private final Semaphore inFlight = new Semaphore(IN_FLIGHT);

  /** What the caller was told; of two answers the one that says more. */
  private enum Answer {
    UNKNOWN,
    REFUSED,
    BOOKED
  }

  @Test
  void nothingAcknowledgedIsLostNothingIsBookedTwice() throws Exception {
    try (var mongo = LocalMongo.temporary(CACHE_GIGABYTES)) {
      try (var one = new LedgerLab(mongo, LedgerLab.secrets(folder));
          var other = one.second(mongo)) {
        for (int i = 0; i < HOLDERS; i++) {
          one.open(i, MINUTES_EACH);
        }
        Thread killer = Thread.ofPlatform().start(() -> killNowAndThen(mongo));
        for (int n = 0; n < COMMANDS; n++) {
          ask(n, n % 2 == 0 ? one : other, n % 2 == 0 ? other : one);
        }
        inFlight.acquire(IN_FLIGHT);
        killer.interrupt();
        killer.join();
        mongo.restart();
        check(one);
      }
    }
  }

  private void killNowAndThen(LocalMongo mongo) {
    try {
      while (true) {
        Thread.sleep(kills == 0 ? FIRST_KILL : BETWEEN_KILLS);
        mongo.kill();
        kills++;
        Thread.sleep(Duration.ofMillis(500));
        mongo.restart();
      }
    } catch (InterruptedException e) {
      // all commands are answered
    }
  }

  private void ask(int n, LedgerLab here, LedgerLab there) throws InterruptedException {
    from[n] = random.nextInt(HOLDERS);
    to[n] = (from[n] + 1 + random.nextInt(HOLDERS - 1)) % HOLDERS;
    amount[n] = 1 + random.nextInt(20);
    boolean again = random.nextInt(5) == 0;
    inFlight.acquire();
    here.begin("t" + n, from[n], to[n], amount[n])
        .whenComplete((outcome, failure) -> {
          note(n, outcome);
          if (again) {
            there
                .begin("t" + n, from[n], to[n], amount[n])
                .whenComplete((second, failed) -> {
                  note(n, second);
                  inFlight.release();
                });
          } else {
            inFlight.release();
          }
        });
  }

  private void note(int n, Outcome outcome) {
    Answer answer =
        switch (outcome) {
          case Outcome.Done _ -> Answer.BOOKED;
          case Outcome.Refused _ -> Answer.REFUSED;
          case null, default -> Answer.UNKNOWN;
        };
    answers.accumulateAndGet(n, answer, (a, b) -> a == null || b.compareTo(a) > 0 ? b : a);
  }

  private void check(LedgerLab lab) throws Exception {
    Map<Integer, Integer> times = new HashMap<>();
    long[] expected = new long[HOLDERS];
    java.util.Arrays.fill(expected, MINUTES_EACH);
    for (Document document :
        lab.database
            .getCollection("journal")
            .find(Filters.regex("c", "^t"))
            .projection(Projections.include("c"))) {
      times.merge(Integer.parseInt(document.getString("c").substring(1)), 1, Integer::sum);
    }
    List<String> wrong = new ArrayList<>();
    Map<Answer, Integer> counts = new HashMap<>();
    for (int n = 0; n < COMMANDS; n++) {
      int documents = times.getOrDefault(n, 0);
      Answer answer = answers.get(n);
      counts.merge(answer, 1, Integer::sum);
      if (documents != 0 && documents != 2 || answer == Answer.BOOKED && documents == 0) {
        wrong.add("t" + n + " " + answer + " stands " + documents + " times");
      }
      if (documents == 2) {
        expected[from[n]] -= amount[n];
        expected[to[n]] += amount[n];
      }
    }
    System.out.println("answers " + counts + ", booked " + times.size() + ", kills " + kills);
    assertThat(kills).isPositive();
    assertThat(wrong).isEmpty();
    assertThat(counts.get(Answer.BOOKED)).isGreaterThan(COMMANDS / 3);
    for (int i = 0; i < HOLDERS; i++) {
      assertThat(lab.read(i).balance(Unit.MINUTES).posted()).isEqualTo(expected[i]).isNotNegative();
    }
    var pointInTime = new PointInTime(lab.database, lab.kinds);
    for (int i = 0; i < LOOKED_BACK_AT; i++) {
      String account = LedgerLab.account(random.nextInt(HOLDERS));
      assertThat(pointInTime.differences(account, INSTANTS, random)).isEmpty();
    }
    Seal seal = lab.audit();
    assertThat(seal.verdict().faulty()).isNull();
    assertThat(seal.verdict().minutes().sum()).isZero();
    assertThat(seal.verdict().minutes().passbooks()).isEqualTo((long) HOLDERS * MINUTES_EACH);
  }
}
