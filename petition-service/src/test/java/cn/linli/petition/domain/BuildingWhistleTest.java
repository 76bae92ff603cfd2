package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.COMMUNITY;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.submitted;
import static cn.linli.petition.domain.Scene.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.BuildingWhistleEvent.BuildingWhistleClaimed;
import cn.linli.events.petition.BuildingWhistleEvent.BuildingWhistleDone;
import cn.linli.events.petition.BuildingWhistleEvent.BuildingWhistled;
import cn.linli.events.petition.Outcome;
import cn.linli.petition.domain.BuildingWhistleCommand.Claim;
import cn.linli.petition.domain.BuildingWhistleCommand.Finish;
import cn.linli.petition.domain.BuildingWhistleCommand.Raise;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import org.junit.jupiter.api.Test;

class BuildingWhistleTest {

  private static final Raise RAISE = new Raise("b1", "need");
  private static final Claim CLAIM = new Claim("b1");
  private static final Finish FINISH = new Finish("b1");

  @Test
  void raised_claimed_with_its_response_time_and_ended_by_its_raiser() {
    var scene =
        submitted("noise")
            .by(GRID, RAISE)
            .then(new BuildingWhistled("b1", unit(Scene.GRID_CODE, null), 20, "need"))
            .at("2026-01-05T10:07")
            .by(RESIDENT, CLAIM)
            .then(new BuildingWhistleClaimed("b1", 1, 7))
            .by(RESIDENT, CLAIM)
            .refused("already-claimed")
            .by(GRID, CLAIM)
            .refused("own-whistle")
            .by(COMMUNITY, CLAIM)
            .then(new BuildingWhistleClaimed("b1", 2, 7))
            .by(COMMUNITY, FINISH)
            .refused("not-your-whistle")
            .at("2026-01-05T11:00")
            .by(GRID, FINISH)
            .then(new BuildingWhistleDone("b1", 2, 60));
    scene.by(GRID, FINISH).refused("whistle-closed");
    scene.by(RESIDENT, CLAIM).refused("whistle-closed");
    scene.by(RESIDENT, new Claim("b2")).refused("unknown-whistle");
    scene.by(GRID, new Finish("b2")).refused("unknown-whistle");
    StateJsonTest.survives(scene.state());
  }

  @Test
  void only_whoever_works_in_that_grid_raises_one() {
    submitted("noise").by(COMMUNITY, RAISE).refused("not-in-this-grid");
    submitted("noise").by(RESIDENT, RAISE).refused("not-in-this-grid");
    submitted("noise")
        .by(Scene.staff("building-lead", "370602003006002"), RAISE)
        .refused("not-in-this-grid");
    submitted(draft -> draft.division("370602003006")).by(GRID, RAISE).accepted();
  }

  @Test
  void twenty_hands_and_ten_whistles() {
    var scene = submitted("noise").by(GRID, RAISE);
    for (int i = 0; i < BuildingWhistling.CLAIMS_MAX; i++) {
      scene.by(new Actor("resident#" + i, null, false, false), CLAIM).accepted();
    }
    scene.by(RESIDENT, CLAIM).refused("enough-hands");
    for (int i = 1; i < BuildingWhistling.WHISTLES_MAX; i++) {
      scene.by(GRID, RAISE).accepted();
    }
    scene.by(GRID, RAISE).refused("too-many-whistles");
  }

  @Test
  void it_ends_with_the_request_and_moves_no_clock() {
    var scene = submitted("noise");
    var before = scene.state().time();
    scene.by(GRID, RAISE).by(RESIDENT, CLAIM);
    assertThat(scene.state().time()).isEqualTo(before);
    scene.by(GRID, new Resolve(Outcome.SOLVED, "result")).by(COMMUNITY, CLAIM);
    scene.refused("whistle-closed").by(GRID, RAISE).refused("already-closed");
  }
}
