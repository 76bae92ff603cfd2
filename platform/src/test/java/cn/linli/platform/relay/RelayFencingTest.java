package cn.linli.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.lease.Held;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayFencingTest {

  private static final Duration SHORT_LEASE = Duration.ofMillis(400);

  private final RelayWorld world = RelayWorld.fresh();

  @AfterEach
  void close() throws Exception {
    world.close();
  }

  /** As if a long pause of the process hit between reading and sending, or before committing. */
  @ParameterizedTest
  @ValueSource(strings = {"before send", "before commit"})
  void a_zombie_that_wakes_up_after_a_takeover_is_fenced_and_publishes_nothing(String where)
      throws Exception {
    var zombie = new Paused(where.equals("before send"));
    var zombieStatus = new RelayStatus();
    CompletableFuture<Void> zombieTerm =
        lead(world.term(zombieStatus, zombie), world.lease("zombie", SHORT_LEASE));
    Expect.phase(zombieStatus, RelayStatus.Phase.FOLLOWING);
    world.commitTogether(streams(30), 2);
    assertThat(zombie.reached.await(20, TimeUnit.SECONDS)).isTrue();

    var heirStatus = new RelayStatus();
    Held heirsLease = world.lease("heir", Duration.ofMinutes(1));
    CompletableFuture<Void> heirTerm =
        lead(world.term(heirStatus, RelaySteps.UNDISTURBED), heirsLease);
    Expect.phase(heirStatus, RelayStatus.Phase.FOLLOWING);
    world.commit("petition:after", 3);
    Expect.allPublishedOnce(world);

    zombie.wake.countDown();
    assertThat(failure(zombieTerm)).satisfies(RelayFencingTest::isFenced);
    world.commitTogether(streams(30), 1);
    Expect.allPublishedOnce(world);
    assertThat(heirTerm).isNotDone();
    heirTerm.cancel(true);
  }

  @Test
  void two_relays_with_one_lease_do_not_fence_each_other() throws Exception {
    Relay first = world.relay();
    Relay second = world.relay();
    world.gate().ready().get(20, TimeUnit.SECONDS);
    for (int i = 0; i < 40; i++) {
      world.commit("petition:c" + i % 5, 1);
      Thread.sleep(20);
    }
    Expect.allPublishedOnce(world);
    assertThat(first.leading() ^ second.leading()).isTrue();
  }

  @Test
  void killing_owners_at_random_moments_keeps_the_topic_dense() throws Exception {
    var random = new Random(3);
    var done = new CountDownLatch(1);
    Relay first = world.relay();
    world.gate().ready().get(20, TimeUnit.SECONDS);
    first.close();
    Thread writer = Thread.ofVirtual().start(() -> write(done));
    for (int owner = 0; owner < 8; owner++) {
      var status = new RelayStatus();
      var killed = new Killed(random.nextInt(1, 12), random.nextBoolean());
      try (Held held = world.lease("owner" + owner, Duration.ofMinutes(1))) {
        assertThat(failure(lead(world.term(status, killed), held)))
            .hasRootCauseInstanceOf(Killed.Now.class);
      }
    }
    done.countDown();
    writer.join();
    world.relay();
    Expect.allPublishedOnce(world);
  }

  private void write(CountDownLatch done) {
    for (int i = 0; done.getCount() > 0; i++) {
      world.commitTogether(streams(1 + i % 9), 1 + i % 3);
      world.commit("petition:solo" + i % 4, 2);
    }
  }

  private static CompletableFuture<Void> lead(RelayTerm term, Held held) {
    var ended = new CompletableFuture<Void>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                term.lead(held);
                ended.complete(null);
              } catch (Throwable e) {
                ended.completeExceptionally(e);
              }
            });
    ended.whenComplete((ok, error) -> thread.interrupt());
    return ended;
  }

  private static Throwable failure(CompletableFuture<Void> term) throws Exception {
    try {
      term.get(30, TimeUnit.SECONDS);
      throw new AssertionError("the term ended in peace");
    } catch (ExecutionException e) {
      return e;
    }
  }

  private static void isFenced(Throwable e) {
    List<Class<?>> chain = new ArrayList<>();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      chain.add(cause.getClass());
    }
    assertThat(chain)
        .containsAnyOf(ProducerFencedException.class, InvalidProducerEpochException.class);
  }

  private static List<String> streams(int count) {
    return IntStream.range(0, count).mapToObj(i -> "petition:f" + i).toList();
  }

  /** Sleeps once, deaf to interrupts, like a stopped process. */
  private static final class Paused implements RelaySteps {
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch wake = new CountDownLatch(1);
    private final boolean beforeSend;

    Paused(boolean beforeSend) {
      this.beforeSend = beforeSend;
    }

    @Override
    public void beforeSend(Window window) {
      if (beforeSend) {
        pause(window);
      }
    }

    @Override
    public void beforeCommit(Window window) {
      if (!beforeSend) {
        pause(window);
      }
    }

    private void pause(Window window) {
      if (window.commits().isEmpty()) {
        return;
      }
      reached.countDown();
      while (wake.getCount() > 0) {
        try {
          wake.await();
        } catch (InterruptedException e) {
          // a stopped process hears nothing
        }
      }
    }
  }

  /** Ends the owner's thread at its n-th transaction, before or after sending. */
  private static final class Killed implements RelaySteps {
    /** No {@code RuntimeException}: nobody recovers from it. */
    static final class Now extends Error {
      private static final long serialVersionUID = 1L;
    }

    private final boolean beforeSend;
    private int transactionsLeft;

    Killed(int transactions, boolean beforeSend) {
      this.transactionsLeft = transactions;
      this.beforeSend = beforeSend;
    }

    @Override
    public void beforeSend(Window window) {
      if (beforeSend && transactionsLeft-- == 0) {
        throw new Now();
      }
    }

    @Override
    public void beforeCommit(Window window) {
      if (!beforeSend && transactionsLeft-- == 0) {
        throw new Now();
      }
    }
  }
}
