package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.Scene.FILER;
import static cn.linli.mediation.domain.Scene.HEAD;
import static cn.linli.mediation.domain.Scene.MEDIATOR;
import static cn.linli.mediation.domain.Scene.STREET_COMMITTEE;
import static cn.linli.mediation.domain.Scene.STREET_MEDIATOR;
import static cn.linli.mediation.domain.Scene.mediating;
import static cn.linli.mediation.domain.Scene.recorded;
import static cn.linli.mediation.domain.roster.Roster.acting;
import static cn.linli.mediation.domain.roster.Roster.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.DisputeEvent.ActRecorded;
import cn.linli.events.mediation.DisputeEvent.DisputeConcluded;
import cn.linli.events.mediation.Mechanism;
import cn.linli.events.mediation.PanelEvent.*;
import cn.linli.events.mediation.PanelSeat;
import cn.linli.events.mediation.SeatCause;
import cn.linli.mediation.domain.DisputeCommand.Transfer;
import cn.linli.mediation.domain.PanelCommand.*;
import cn.linli.mediation.domain.roster.Candidate;
import cn.linli.mediation.domain.roster.SeatPlan;
import cn.linli.mediation.domain.roster.SeatPlan.Seat;
import cn.linli.platform.access.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who mediates: the committee appoints, the parties choose and refuse, mediators step aside. */
class PanelTest {

  private static final SeatPlan SINGLE =
      new SeatPlan(List.of(new Seat("mediator", Set.of())), 1, true);
  private static final SeatPlan THREE =
      new SeatPlan(
          List.of(
              new Seat("presiding", Set.of()),
              new Seat("second", Set.of()),
              new Seat("third", Set.of())),
          9,
          true);
  private static final Actor GUI = Scene.actor(Role.MEDIATOR, "370602", "account-gui");

  @Test
  void a_single_mediator() {
    mediating()
        .by(HEAD, single("gui"))
        .then(new PanelAppointed(Mechanism.SINGLE, List.of(seat("mediator", "gui", true))));
  }

  @Test
  void a_panel_of_three_is_led_by_the_first() {
    var scene =
        mediating()
            .by(HEAD, panel("gui", "lan", "an"))
            .then(
                new PanelAppointed(
                    Mechanism.PANEL,
                    List.of(
                        seat("presiding", "gui", true),
                        seat("second", "lan", false),
                        seat("third", "an", false))));
    assertThat(Panel.of(scene.state()).isComplete()).isTrue();
    assertThat(Panel.of(scene.state()).lead().orElseThrow().mediator()).isEqualTo("gui");
    scene.by(HEAD, panel("gui", "lan")).refused("seat-missing");
    scene.by(HEAD, panel("gui", "lan", "lan")).refused("mediator-twice");
    scene.by(HEAD, panel("gui", "lan", "an", "bai")).refused("panel-not-odd");
  }

  @Test
  void how_they_sat_counts_with_the_end() {
    var concluded =
        mediating()
            .by(HEAD, single("gui"))
            .by(FILER, new DisputeCommand.Withdraw(Voice.OWN))
            .event(DisputeConcluded.class);
    assertThat(concluded.mechanism()).isEqualTo(Mechanism.SINGLE);
  }

  @Test
  void only_who_has_the_case_appoints_and_only_once_it_is_taken() {
    Scene.registered().by(HEAD, single("gui")).refused("not-accepted-yet");
    mediating().by(STREET_MEDIATOR, single("gui")).refused("not-the-mediators");
    mediating().by(FILER, single("gui")).refused("not-the-mediators");
    mediating()
        .by(FILER, new DisputeCommand.Withdraw(Voice.OWN))
        .by(HEAD, single("gui"))
        .refused("already-ended");
    Scene.consenting().by(MEDIATOR, single("gui")).accepted();
  }

  @Test
  void who_sits_has_the_case_in_hand_though_they_work_elsewhere() {
    var scene = mediating();
    assertThat(GUI.handles(scene.state())).isFalse();
    scene.by(HEAD, single("gui"));
    assertThat(GUI.handles(scene.state())).isTrue();
  }

  @Test
  void nobody_sits_in_a_matter_of_their_own() {
    var filer = new Candidate("zhang", acting("zhang", "zhang"), 0, List.of());
    mediating()
        .by(HEAD, new Appoint(Mechanism.SINGLE, SINGLE, List.of(filer), List.of()))
        .refused("conflict-of-interest");
    mediating().by(HEAD, single("p2")).refused("conflict-of-interest");
  }

  @Test
  void whom_every_party_would_like_is_not_passed_over() {
    var scene = mediating().by(FILER, new Choose(Voice.OWN, List.of("gui", "lan")));
    scene.then(new MediatorsChosen("p1", List.of("gui", "lan")));
    scene.by(HEAD, single("an")).accepted();
    scene.by(MEDIATOR, new Choose(recorded("p2"), List.of("gui")));
    scene.then(
        new ActRecorded("p2", "evidence", List.of()), new MediatorsChosen("p2", List.of("gui")));
    scene
        .by(
            HEAD,
            new Appoint(
                Mechanism.SINGLE, SINGLE, List.of(candidate("an")), List.of(candidate("gui"))))
        .refused("choice-passed-over");
    scene.by(HEAD, single("gui")).accepted();
  }

  @Test
  void a_choice_that_may_not_sit_binds_nobody() {
    mediating()
        .by(FILER, new Choose(Voice.OWN, List.of("p2")))
        .by(MEDIATOR, new Choose(recorded("p2"), List.of("p2")))
        .by(
            HEAD,
            new Appoint(
                Mechanism.SINGLE, SINGLE, List.of(candidate("an")), List.of(candidate("p2"))))
        .accepted();
  }

  @Test
  void whom_a_party_refuses_leaves_the_seat_and_does_not_come_back() {
    var scene = mediating().by(HEAD, single("gui"));
    scene
        .by(FILER, new RefuseMediator(Voice.OWN, "gui", "why"))
        .then(
            new MediatorRefused("p1", "gui", "why"),
            new SeatVacated("mediator", "gui", SeatCause.REFUSED_BY_PARTY, "p1", null));
    assertThat(Panel.of(scene.state()).isComplete()).isFalse();
    assertThat(GUI.handles(scene.state())).isFalse();
    scene.by(FILER, new RefuseMediator(Voice.OWN, "gui", null)).refused("already-refused");
    scene.by(HEAD, replace("gui", "gui")).refused("conflict-of-interest");
    scene.by(HEAD, single("gui")).refused("conflict-of-interest");
    scene
        .by(HEAD, replace("gui", "lan"))
        .then(new SeatFilled("gui", seat("mediator", "lan", true)));
    assertThat(Panel.of(scene.state()).isComplete()).isTrue();
    assertThat(Panel.of(scene.state()).seats()).containsExactly(seat("mediator", "lan", true));
  }

  @Test
  void a_refusal_before_anybody_was_appointed_is_remembered() {
    mediating()
        .by(FILER, new RefuseMediator(Voice.OWN, "gui", null))
        .then(new MediatorRefused("p1", "gui", null))
        .by(HEAD, single("gui"))
        .refused("conflict-of-interest");
  }

  @Test
  void refusals_have_an_end() {
    var scene = mediating();
    for (int i = 0; i < Empanelling.REFUSALS_MAX; i++) {
      scene.by(FILER, new RefuseMediator(Voice.OWN, "m" + i, null)).accepted();
    }
    scene.by(FILER, new RefuseMediator(Voice.OWN, "gui", null)).refused("too-many-refusals");
  }

  @Test
  void a_mediator_steps_aside() {
    var scene = mediating().by(HEAD, panel("gui", "lan", "an"));
    scene.by(MEDIATOR, new Recuse("bai", "why")).refused("not-on-the-panel");
    scene.by(MEDIATOR, new Recuse("gui", "why")).refused("not-yourself");
    scene
        .by(GUI, new Recuse("gui", "kin of the other side's wife"))
        .then(
            new SeatVacated(
                "presiding", "gui", SeatCause.RECUSED, null, "kin of the other side's wife"));
    scene.by(HEAD, replace("gui", "gui")).refused("conflict-of-interest");
    scene
        .by(HEAD, replace("gui", "bai"))
        .then(new SeatFilled("gui", seat("presiding", "bai", true)));
  }

  @Test
  void the_committee_replaces_somebody_of_the_same_profession() {
    var lawyers = new SeatPlan(List.of(new Seat("mediator", Set.of("lawyer"))), 1, true);
    var scene = mediating().by(HEAD, single("gui"));
    scene.by(HEAD, new Replace("gui", candidate("lan"), lawyers)).refused("seat-not-theirs");
    scene.by(HEAD, replace("bai", "lan")).refused("not-on-the-panel");
    scene.by(HEAD, replace("gui", "gui")).refused("mediator-twice");
    scene
        .by(HEAD, replace("gui", "lan"))
        .then(
            new SeatVacated("mediator", "gui", SeatCause.REPLACED, null, null),
            new SeatFilled("gui", seat("mediator", "lan", true)));
  }

  @Test
  void another_committee_appoints_anew_and_knows_what_the_parties_said() {
    var scene =
        mediating()
            .by(HEAD, single("gui"))
            .by(FILER, new RefuseMediator(Voice.OWN, "an", null))
            .by(HEAD, new Transfer(STREET_COMMITTEE, null))
            .accepted();
    assertThat(Panel.of(scene.state()).mechanism()).isNull();
    assertThat(Panel.of(scene.state()).seats()).isEmpty();
    assertThat(Panel.of(scene.state()).refusedBy("p1")).containsExactly("an");
  }

  private static Appoint single(String id) {
    return new Appoint(Mechanism.SINGLE, SINGLE, List.of(candidate(id)), List.of());
  }

  private static Appoint panel(String... ids) {
    return new Appoint(
        Mechanism.PANEL, THREE, List.of(ids).stream().map(id -> candidate(id)).toList(), List.of());
  }

  private static Replace replace(String left, String by) {
    return new Replace(left, candidate(by), SINGLE);
  }

  private static PanelSeat seat(String code, String id, boolean lead) {
    return new PanelSeat(code, id, "account-" + id, lead, true);
  }
}
