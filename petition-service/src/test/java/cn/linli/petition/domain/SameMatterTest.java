package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.DESK;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.Outcome;
import cn.linli.petition.domain.PetitionCommand.Close;
import cn.linli.petition.domain.PetitionCommand.Rate;
import cn.linli.petition.domain.PetitionCommand.Reject;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import cn.linli.petition.domain.PetitionCommand.Withdraw;
import org.junit.jupiter.api.Test;

class SameMatterTest {

  private static boolean isPending(Scene scene, String local) {
    return SameMatter.isPending(scene.state(), instant(local), Rulebook.Habits.DEFAULT);
  }

  @Test
  void an_open_request_is_pending() {
    assertThat(isPending(submitted("noise"), "2026-01-05T11:00")).isTrue();
  }

  @Test
  void an_answered_one_is_pending_as_long_as_it_may_be_reopened() {
    var scene =
        submitted("noise")
            .by(GRID, new Resolve(Outcome.SOLVED, "done"))
            .by(RESIDENT, new Rate(null, Answer.YES, true, null, null))
            .by(DESK, new Close(null))
            .accepted();
    assertThat(isPending(scene, "2026-01-20T23:59")).isTrue();
    assertThat(isPending(scene, "2026-01-21T00:00")).isFalse();
  }

  @Test
  void what_nobody_works_on_any_more_is_not() {
    assertThat(isPending(submitted("noise").by(RESIDENT, new Withdraw()), "2026-01-05T11:00"))
        .isFalse();
    var rejected = submitted("noise").by(GRID, new Reject("not-ours", "why", "court")).accepted();
    assertThat(isPending(rejected, "2026-01-05T11:00")).isFalse();
    assertThat(isPending(Scene.start(), "2026-01-05T11:00")).isFalse();
  }
}
