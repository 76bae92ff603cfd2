package cn.linli.platform.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.local.LocalServers;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeaseTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final MongoDatabase database = LocalServers.freshDatabase("lease");

  private Lease lease(String owner, Duration ttl) {
    return new Lease(database, "work", owner, ttl);
  }

  @Test
  void one_of_many_who_ask_at_once_gets_it() throws Exception {
    List<Held> winners = Collections.synchronizedList(new ArrayList<>());
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 8; i++) {
      String owner = "owner-" + i;
      threads.add(
          Thread.startVirtualThread(() -> lease(owner, LONG).tryAcquire().ifPresent(winners::add)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(winners).hasSize(1);
    assertThat(winners.getFirst().stillHeld()).isTrue();
  }

  @Test
  void it_is_free_at_once_when_released_and_the_epoch_grows() {
    Held first = lease("a", LONG).tryAcquire().orElseThrow();
    assertThat(lease("b", LONG).tryAcquire()).isEmpty();

    first.close();
    Held second = lease("b", LONG).tryAcquire().orElseThrow();

    assertThat(second.epoch()).isEqualTo(first.epoch() + 1);
    assertThat(first.stillHeld()).isFalse();
  }

  @Test
  void an_owner_that_slept_through_its_ttl_finds_it_lost_and_can_not_give_away_what_is_not_its_own()
      throws Exception {
    Held sleeper = lease("a", Duration.ofMillis(300)).tryAcquire().orElseThrow();
    Thread.sleep(400);
    assertThat(sleeper.mayHaveExpired()).isTrue();

    Optional<Held> next = lease("b", LONG).tryAcquire();
    assertThat(next).isPresent();
    assertThat(sleeper.stillHeld()).isFalse();
    sleeper.close();
    assertThat(next.get().stillHeld()).isTrue();
  }

  @Test
  void renewing_keeps_it_beyond_its_ttl() throws Exception {
    Held held = lease("a", Duration.ofSeconds(2)).tryAcquire().orElseThrow();
    for (int i = 0; i < 5; i++) {
      Thread.sleep(600);
      assertThat(held.stillHeld()).isTrue();
      assertThat(lease("b", LONG).tryAcquire()).isEmpty();
    }
  }

  @Test
  void a_loop_leads_and_another_takes_over_when_it_stops() throws Exception {
    var led = new CopyOnWriteArrayList<String>();
    try (var first = loop("first", led);
        var second = loop("second", led)) {
      first.start();
      await().until(() -> led.equals(List.of("first")));
      second.start();
      Thread.sleep(500);
      assertThat(second.leading()).isFalse();

      first.close();
      await().until(() -> led.equals(List.of("first", "second")));
    }
  }

  @Test
  void a_term_is_interrupted_when_its_lease_is_gone() throws Exception {
    var interrupted = new CountDownLatch(1);
    LeaderLoop.Term term =
        held -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
        };
    try (var loop = new LeaderLoop(lease("a", Duration.ofMillis(300)), term).start()) {
      await().until(loop::leading);
      database
          .getCollection(Lease.COLLECTION)
          .updateOne(
              Filters.eq("_id", "work"),
              Updates.combine(
                  Updates.inc("epoch", 1L),
                  Updates.set("until", new Date(System.currentTimeMillis() + 60_000))));

      await().until(() -> interrupted.getCount() == 0);
      await().until(() -> !loop.leading());
    }
  }

  @Test
  void a_term_that_fails_is_tried_again_and_its_reason_is_kept() {
    var terms = new AtomicInteger();
    LeaderLoop.Term term =
        held -> {
          if (terms.incrementAndGet() == 1) {
            throw new IllegalStateException("broker away");
          }
          Thread.sleep(60_000);
        };
    try (var loop = new LeaderLoop(lease("a", Duration.ofMillis(300)), term).start()) {
      await().until(() -> terms.get() == 2 && loop.leading());
      assertThat(loop.lastFailure())
          .get()
          .hasToString("java.lang.IllegalStateException: broker away");
    }
  }

  private LeaderLoop loop(String owner, List<String> led) {
    return new LeaderLoop(
        lease(owner, Duration.ofSeconds(3)),
        held -> {
          led.add(owner);
          Thread.sleep(60_000);
        });
  }
}
