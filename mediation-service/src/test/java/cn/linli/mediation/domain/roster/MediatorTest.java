package cn.linli.mediation.domain.roster;

import static cn.linli.mediation.domain.roster.Roster.COMMUNITY;
import static cn.linli.mediation.domain.roster.Roster.NOW;
import static cn.linli.mediation.domain.roster.Roster.TERM;
import static cn.linli.mediation.domain.roster.Roster.active;
import static cn.linli.mediation.domain.roster.Roster.committee;
import static cn.linli.mediation.domain.roster.Roster.filing;
import static cn.linli.mediation.domain.roster.Roster.mediator;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.CommitteeKind;
import cn.linli.events.mediation.MediatorEvent;
import cn.linli.events.mediation.MediatorEvent.*;
import cn.linli.events.mediation.RemovalGround;
import cn.linli.mediation.domain.roster.MediatorCommand.*;
import cn.linli.platform.decide.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mediator's years on the roster (人民调解法 §13–15). */
class MediatorTest {

  private static final Committee COMMITTEE = active(committee());
  private static final Register REGISTER = new Register(mediator("gui").filed(), true);

  private Mediator state = mediator("gui");

  @Test
  void who_may_be_registered() {
    state = Mediator.NONE;
    refused(new Register(REGISTER.filing(), false), COMMITTEE, "mediator-not-adult");
    refused(REGISTER, null, "unknown-committee");
    refused(REGISTER, COMMITTEE.in(Committee.Standing.TERM_OVER), "committee-not-active");
    var studio = active(filing(CommitteeKind.STUDIO, COMMUNITY, TERM, List.of()));
    refused(REGISTER, studio, "parent-no-committee");
    accepted(REGISTER, COMMITTEE, new MediatorRegistered(REGISTER.filing()));
    refused(REGISTER, COMMITTEE, "mediator-known");
  }

  @Test
  void works_in_studios_and_teams_beside_the_committee() {
    refused(new Join(COMMUNITY), COMMITTEE, "in-this-body-already");
    refused(new Join("team"), null, "unknown-committee");
    accepted(new Join("team"), COMMITTEE, new MediatorJoinedBody("team"));
    assertThat(state.worksIn("team")).isTrue();
    refused(new Join("team"), COMMITTEE, "in-this-body-already");
    accepted(new Leave("team"), null, new MediatorLeftBody("team"));
    refused(new Leave("team"), null, "not-in-this-body");
    for (int i = 0; i < Mediator.BODIES_MAX; i++) {
      accepted(new Join("body-" + i), COMMITTEE, new MediatorJoinedBody("body-" + i));
    }
    refused(new Join("one-more"), COMMITTEE, "too-many-bodies");
  }

  @ParameterizedTest
  @EnumSource(RemovalGround.class)
  void a_complaint_changes_nothing_a_removal_is_for_good(RemovalGround ground) {
    accepted(new Complain(ground, "said"), null, new MediatorComplainedOf(ground, "said"));
    accepted(new Warn(ground, "why"), null, new MediatorWarned(ground, "why"));
    assertThat(state.isActive()).isTrue();
    assertThat(state.complaints()).isOne();
    assertThat(state.warnings()).isOne();
    accepted(new Remove(ground, "why"), null, new MediatorRemoved(ground, "why"));
    assertThat(state.removedFor()).isEqualTo(ground);
    refused(new Resume(), null, "mediator-removed");
    refused(REGISTER, COMMITTEE, "mediator-removed");
  }

  @Test
  void pauses_resumes_resigns_and_comes_back() {
    refused(new Resume(), null, "mediator-active");
    accepted(new Pause(), null, new MediatorPaused());
    refused(new Pause(), null, "mediator-paused");
    accepted(new Resume(), null, new MediatorResumed());
    accepted(new Resign(), null, new MediatorResigned());
    refused(new Pause(), null, "mediator-resigned");
    accepted(
        new Complain(RemovalGround.LEAK, "said"),
        null,
        new MediatorComplainedOf(RemovalGround.LEAK, "said"));
    accepted(REGISTER, COMMITTEE, new MediatorRegistered(REGISTER.filing()));
    assertThat(state.complaints()).as("are not forgotten").isOne();
  }

  private void accepted(
      MediatorCommand command, @Nullable Committee body, MediatorEvent... events) {
    Decision<MediatorEvent> decision = MediatorRules.decide(command, state, body);
    assertThat(decision).isEqualTo(Decision.accept(events));
    for (MediatorEvent event : events) {
      state = MediatorEvolution.evolve(state, event, NOW);
    }
  }

  private void refused(MediatorCommand command, @Nullable Committee body, String code) {
    Decision<MediatorEvent> decision = MediatorRules.decide(command, state, body);
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    assertThat(((Decision.Refused<MediatorEvent>) decision).refusal().code()).isEqualTo(code);
  }
}
