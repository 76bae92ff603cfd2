package cn.linli.platform.commit;

import static cn.linli.platform.commit.Accounts.account;
import static cn.linli.platform.commit.Accounts.add;
import static cn.linli.platform.commit.Accounts.alarm;
import static cn.linli.platform.commit.Accounts.command;
import static cn.linli.platform.commit.Accounts.expecting;
import static cn.linli.platform.commit.Accounts.take;
import static cn.linli.platform.commit.TestStore.done;
import static cn.linli.platform.commit.TestStore.get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.account.AccountEvent;
import cn.linli.events.account.AccountEvent.Rang;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What time alone brings is applied before anything is decided, once, under the timer's name. */
class DueTest {

  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  private final TestStore store = new TestStore();
  private final AtomicReference<Instant> now = new AtomicReference<>(NINE);
  private final Committer committer =
      store.committer(TestStore.kinds(1), CommitterLimits.STANDARD, now::get);
  private final StreamId a = account("a");

  @AfterEach
  void close() {
    store.close();
  }

  private void armedForTenWith(int rings) {
    done(committer.submit(command(a, alarm(NINE.plusSeconds(3600), rings))));
  }

  @Test
  void the_due_instant_and_who_armed_it_stand_in_the_state() {
    done(committer.submit(command(a, add(1))));
    armedForTenWith(1);
    done(committer.submit(command(a, add(1))));

    assertThat(store.state(a).get("due")).isEqualTo(Date.from(NINE.plusSeconds(3600)));
    assertThat(store.state(a).get("dk")).isEqualTo(2L);
  }

  @Test
  void a_command_first_applies_what_has_fallen_due() {
    armedForTenWith(1);
    now.set(NINE.plusSeconds(3601));

    var answer =
        done(
            committer.submit(
                command(
                    a,
                    (state, at) -> {
                      assertThat(state.rung()).isEqualTo(1);
                      return Decision.accept(new AccountEvent.Added(1, null));
                    })));

    assertThat(answer.version()).isEqualTo(3);
    JournalEntry rang = store.journal(a).get(1);
    assertThat(rang.command()).isEqualTo("account:a/due/1");
    assertThat(rang.by()).isEqualTo(Due.ACTOR);
    assertThat(rang.correlation()).isEqualTo(store.journal(a).getFirst().correlation());
    assertThat(store.state(a)).doesNotContainKeys("due", "dk");
    assertThat(store.audit().clean()).isTrue();
  }

  @Test
  void a_refused_command_leaves_what_had_fallen_due_written() {
    armedForTenWith(1);
    now.set(NINE.plusSeconds(3601));

    assertThat(get(committer.submit(command(a, take(5)))))
        .isEqualTo(new Outcome.Refused(Refusal.of("not-enough", "balance", 0L)));

    assertThat(store.journal(a)).hasSize(2);
  }

  @Test
  void an_expected_version_means_what_the_caller_saw_not_what_time_did_since() {
    armedForTenWith(1);
    now.set(NINE.plusSeconds(3601));

    assertThat(done(committer.submit(expecting(1, a, add(1)))).version()).isEqualTo(3);
  }

  @Test
  void what_was_missed_for_long_is_caught_up_with_step_by_step() {
    armedForTenWith(3);
    now.set(NINE.plusSeconds(24 * 3600));

    done(committer.submit(command(a, add(1))));

    var events = store.history().events(a, AccountEvent.class, 1, 10);
    assertThat(events).extracting(e -> e.event()).filteredOn(Rang.class::isInstance).hasSize(3);
    assertThat(store.journal(a))
        .extracting(JournalEntry::command)
        .contains("account:a/due/1", "account:a/due/2", "account:a/due/3");
  }

  @Test
  void a_nudge_fires_once_and_then_finds_nothing() {
    armedForTenWith(1);
    Command nudge = Due.nudge(a, 1, "cor");

    assertThat(get(committer.submit(nudge)))
        .isEqualTo(new Outcome.Refused(Refusal.of(Due.NOTHING_DUE)));
    now.set(NINE.plusSeconds(3600));
    assertThat(done(committer.submit(nudge)).hit()).isFalse();
    assertThat(done(committer.submit(nudge)).hit()).isTrue();

    assertThat(store.journal(a)).hasSize(2);
  }

  @Test
  void a_kind_that_does_not_move_its_due_instant_breaks_that_command_alone() {
    var stuck =
        new AccountKind() {
          @Override
          public Decision<AccountEvent> fallDue(Account state, Instant at) {
            return Decision.accept(new AccountEvent.Added(1, null));
          }
        };
    armedForTenWith(1);
    now.set(NINE.plusSeconds(3601));
    var faulty = store.committer(TestStore.kinds(stuck), CommitterLimits.STANDARD, now::get);

    var answers =
        List.of(faulty.submit(command(a, add(1))), faulty.submit(command(account("b"), add(1))));

    assertThat(get(answers.get(0))).isInstanceOf(Outcome.Broken.class);
    assertThat(get(answers.get(1))).isInstanceOf(Outcome.Done.class);
  }
}
