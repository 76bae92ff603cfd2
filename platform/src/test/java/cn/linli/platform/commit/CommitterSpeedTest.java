package cn.linli.platform.commit;

import static cn.linli.platform.commit.Accounts.account;
import static cn.linli.platform.commit.Accounts.add;
import static cn.linli.platform.commit.Accounts.command;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Figures for {@code docs/adr/0001-committer.md}: commands through {@code submit()} against bare
 * {@code insertOne}, closed loop. Prints; the only thing it demands is that batching pays.
 */
@Tag("slow")
class CommitterSpeedTest {

  private static final long WARM_MILLIS = 8_000;
  private static final long ROUND_MILLIS = 1_500;
  private static final int ROUNDS = 5;

  private interface Work {
    void once(long number) throws Exception;
  }

  @Test
  void batches_are_faster_than_bare_inserts() throws Exception {
    try (var store = new TestStore()) {
      var committer = store.committer();
      var bare =
          store
              .database()
              .getCollection("bare")
              .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
      String padding = "x".repeat(500);
      Work create =
          n -> TestStore.done(committer.submit(command(account("n" + n), Accounts::open)));
      Work insert = n -> bare.insertOne(new Document("_id", "n" + n).append("d", padding));
      Work update =
          n -> TestStore.done(committer.submit(command(account("u" + n % 1_000), add(1))));
      var number = new AtomicLong();
      rate(create, 256, WARM_MILLIS, number);
      rate(update, 256, WARM_MILLIS, number);
      double committed = 0;
      double inserted = 0;
      for (int inFlight : new int[] {1, 64, 256}) {
        committed = 0;
        inserted = 0;
        double updated = 0;
        // In turns, so that what else the machine does meets all three.
        for (int round = 0; round < ROUNDS; round++) {
          committed += rate(create, inFlight, ROUND_MILLIS, number) / ROUNDS;
          updated += rate(update, inFlight, ROUND_MILLIS, number) / ROUNDS;
          inserted += rate(insert, inFlight, ROUND_MILLIS, number) / ROUNDS;
        }
        System.out.printf(
            "%d in flight: create %.0f/s, update %.0f/s, insertOne %.0f/s, ratio %.2f %.2f%n",
            inFlight, committed, updated, inserted, committed / inserted, updated / inserted);
      }
      System.out.println(store.registry().getMetersAsString());
      assertThat(committed).isGreaterThan(inserted);
      assertThat(store.audit().clean()).isTrue();
    }
  }

  private static double rate(Work work, int inFlight, long millis, AtomicLong number)
      throws Exception {
    long begin = System.nanoTime();
    long end = begin + millis * 1_000_000;
    var done = new AtomicLong();
    var finished = new CountDownLatch(inFlight);
    for (int i = 0; i < inFlight; i++) {
      Thread.startVirtualThread(() -> {
        try {
          while (System.nanoTime() < end) {
            work.once(number.incrementAndGet());
            done.incrementAndGet();
          }
        } catch (Exception e) {
          throw new IllegalStateException(e);
        } finally {
          finished.countDown();
        }
      });
    }
    finished.await();
    return done.get() * 1e9 / (System.nanoTime() - begin);
  }
}
