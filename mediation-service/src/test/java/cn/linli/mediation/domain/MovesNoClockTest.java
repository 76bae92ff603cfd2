package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.Scene.FILER;
import static cn.linli.mediation.domain.Scene.MEDIATOR;
import static cn.linli.mediation.domain.Scene.instant;
import static cn.linli.mediation.domain.Scene.mediating;
import static cn.linli.mediation.domain.Scene.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.Support;
import cn.linli.mediation.domain.AssessmentCommand.Assess;
import cn.linli.mediation.domain.DisputeCommand.AddFiles;
import cn.linli.mediation.domain.HearingCommand.*;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is said, written down or offered, and however often: no clock moves. */
class MovesNoClockTest {

  private enum Talk {
    CAUCUS(MEDIATOR, new HoldCaucus("p2", "note")),
    OFFER(FILER, new MakeOffer(Voice.OWN, new Offered(null, null, "offer"))),
    COUNTER_OFFER(MEDIATOR, new MakeOffer(recorded("p2"), new Offered(1, null, "offer"))),
    PROPOSAL(MEDIATOR, new Propose(new Offered(null, null, "offer"))),
    SESSION(MEDIATOR, new Schedule(instant("2026-01-06T09:00"), "venue", false)),
    HELPER(FILER, new BringHelper(Voice.OWN, "relative", "name")),
    FACTS(MEDIATOR, new DraftUndisputedFacts("facts")),
    JUDGMENT(MEDIATOR, new Assess("c1", Support.NO, "reason", null)),
    FILE(MEDIATOR, new AddFiles(List.of("file")));

    private final Actor by;
    private final DisputeCommand command;

    Talk(Actor by, DisputeCommand command) {
      this.by = by;
      this.command = command;
    }
  }

  @Provide
  Arbitrary<List<Talk>> talks() {
    return Arbitraries.of(Talk.class).list().ofMaxSize(60);
  }

  @Property(tries = 200)
  void no_comment_caucus_or_offer_moves_a_clock(@ForAll("talks") List<Talk> talks) {
    var scene = mediating();
    var limit = scene.state().proceedings().limit();
    var due = Timers.due(scene.state());
    for (int i = 0; i < talks.size(); i++) {
      scene.at(LocalDateTime.parse("2026-01-05T10:00").plusMinutes(i).toString());
      scene.by(talks.get(i).by, talks.get(i).command);
      assertThat(scene.state().proceedings().limit()).isEqualTo(limit);
      assertThat(Timers.due(scene.state())).isEqualTo(due);
    }
  }
}
