package cn.linli.platform.timer;

import static cn.linli.platform.commit.Accounts.account;
import static cn.linli.platform.commit.Accounts.alarm;
import static cn.linli.platform.commit.Accounts.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.account.AccountEvent;
import cn.linli.platform.commit.Account;
import cn.linli.platform.commit.AccountKind;
import cn.linli.platform.commit.Committer;
import cn.linli.platform.commit.CommitterLimits;
import cn.linli.platform.commit.Due;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.TestStore;
import cn.linli.platform.decide.Decision;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TimerSchedulerTest {

  private static final TimerLimits LIMITS =
      new TimerLimits(
          1_000,
          256,
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          Duration.ofSeconds(2),
          1_000,
          Duration.ofMillis(900));

  private final TestStore store = new TestStore();
  private final List<TimerScheduler> schedulers = new ArrayList<>();

  @AfterEach
  void close() {
    schedulers.forEach(TimerScheduler::close);
    store.close();
  }

  private TimerScheduler scheduler(Kinds kinds) {
    Committer committer = store.committer(kinds, CommitterLimits.STANDARD, Clock.systemUTC());
    var scheduler =
        new TimerScheduler(
            store.database(),
            committer,
            Clock.systemUTC(),
            LIMITS,
            "instance-" + schedulers.size(),
            new SimpleMeterRegistry());
    schedulers.add(scheduler);
    return scheduler;
  }

  private void arm(int accounts, Instant due) {
    Committer committer = store.committer();
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < accounts; i++) {
      answers.add(committer.submit(command(account(i), alarm(due, 1))));
      if (answers.size() == 500) {
        answers.forEach(TestStore::done);
        answers.clear();
      }
    }
    answers.forEach(TestStore::done);
  }

  private long stillArmed() {
    return store.database().getCollection("state").countDocuments(Filters.exists("due"));
  }

  private long rings() {
    return store.database().getCollection("journal").countDocuments(Filters.eq("by", Due.ACTOR));
  }

  private void eachRangOnce(int accounts) {
    assertThat(rings()).isEqualTo(accounts);
    var report = store.audit();
    assertThat(report.differences()).isEmpty();
    assertThat(report.commits()).isEqualTo(2L * accounts);
  }

  @Test
  void what_is_due_fires_though_nobody_touches_it_and_what_is_not_does_not() {
    arm(1, Instant.now().plusSeconds(4));
    scheduler(TestStore.kinds(1)).start();

    await().during(Duration.ofMillis(700)).until(() -> rings() == 0);
    await().atMost(Duration.ofSeconds(30)).until(() -> stillArmed() == 0);
    eachRangOnce(1);
  }

  @Test
  void three_instances_fire_each_once_while_the_leader_changes() {
    arm(1_200, Instant.now());
    for (int i = 0; i < 3; i++) {
      scheduler(TestStore.kinds(1)).start();
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> rings() > 200);
    schedulers.stream().filter(TimerScheduler::leading).findFirst().orElseThrow().close();

    await().atMost(Duration.ofSeconds(60)).until(() -> stillArmed() == 0);
    eachRangOnce(1_200);
  }

  @Test
  @Tag("slow")
  void ten_thousand_fallen_due_in_a_minute_fire_exactly_once_each() {
    arm(10_000, Instant.now());
    for (int i = 0; i < 3; i++) {
      scheduler(TestStore.kinds(1)).start();
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> stillArmed() == 0);
    eachRangOnce(10_000);
  }

  @Test
  void one_that_fails_backs_off_and_holds_up_nobody() {
    var faulty =
        new AccountKind() {
          @Override
          public Decision<AccountEvent> fallDue(Account state, Instant at) {
            if (state.balance() < 0) {
              throw new IllegalStateException("this one can not ring");
            }
            return super.fallDue(state, at);
          }
        };
    Committer committer = store.committer();
    TestStore.done(
        committer.submit(
            command(
                account("bad"),
                (state, at) ->
                    Decision.accept(
                        new AccountEvent.Added(-1, null),
                        new AccountEvent.AlarmSet(Instant.EPOCH, 1)))));
    arm(20, Instant.now());

    var scheduler = scheduler(TestStore.kinds(faulty)).start();

    await().atMost(Duration.ofSeconds(30)).until(() -> stillArmed() == 1);
    assertThat(rings()).isEqualTo(20);
    scheduler.close();
    scheduler(TestStore.kinds(1)).start();
    await().atMost(Duration.ofSeconds(30)).until(() -> stillArmed() == 0);
  }
}
