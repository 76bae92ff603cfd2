package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.AgreementScene.*;
import static cn.linli.mediation.domain.Scene.*;
import static cn.linli.mediation.domain.roster.Roster.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.AgreementEvent.AgreementEffective;
import cn.linli.events.mediation.AgreementEvent.ObligationPerformed;
import cn.linli.events.mediation.AgreementForm;
import cn.linli.events.mediation.AmountBand;
import cn.linli.events.mediation.DisputeEvent.DisputeConcluded;
import cn.linli.events.mediation.DisputeOutcome;
import cn.linli.events.mediation.Mechanism;
import cn.linli.events.mediation.PaceEvent.RemediesTold;
import cn.linli.events.mediation.SigningManner;
import cn.linli.mediation.domain.AgreementCommand.*;
import cn.linli.mediation.domain.roster.SeatPlan;
import cn.linli.mediation.domain.roster.SeatPlan.Seat;
import cn.linli.platform.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An otherwise effective agreement with exactly one thing taken away (人民调解法 §28–30). */
class AgreementGateTest {

  static Stream<Arguments> oneWordAway() {
    return Stream.of(
        Arguments.of("agreement-facts-missing", words().facts(null)),
        Arguments.of("agreement-issues-missing", words().issues(null)),
        Arguments.of("agreement-items-missing", words().items()),
        Arguments.of("agreement-parties-missing", words().items(item(null, "p1", DUE))),
        Arguments.of("agreement-parties-missing", words().items(item("p2", null, DUE))),
        Arguments.of(
            "agreement-content-missing",
            words().items(new Item("p2", "p1", "terms", false, true, 90_000L, DUE))),
        Arguments.of(
            "agreement-manner-missing",
            words().items(new Item("p2", "p1", "terms", true, false, 90_000L, DUE))),
        Arguments.of("agreement-due-missing", words().items(item("p2", "p1", null))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oneWordAway")
  void without_one_of_its_words_it_is_not_even_drafted(String code, Words words) {
    mediating().by(MEDIATOR, words.draft()).refused(code);
    mediating().by(MEDIATOR, words.oral().draft()).refused(code);
  }

  static Stream<Arguments> oneNameAway() {
    return Stream.of(
        Arguments.of("party-signature-missing", "p1"),
        Arguments.of("party-signature-missing", "p2"),
        Arguments.of("mediator-signature-missing", "mediator"),
        Arguments.of("committee-seal-missing", "seal"));
  }

  @ParameterizedTest(name = "{0} ({1})")
  @MethodSource("oneNameAway")
  void without_one_name_it_binds_nobody_and_the_last_one_makes_it_bind(String code, String away) {
    Map<String, DisputeCommand> names =
        Map.of(
            "p1",
            signed("p1"),
            "p2",
            signed("p2"),
            "mediator",
            mediatorSigns(A),
            "seal",
            new Seal(A));
    var scene = drafted();
    for (String name : names.keySet()) {
      if (!name.equals(away)) {
        scene.by(name.equals("seal") ? HEAD : MEDIATOR, names.get(name)).accepted();
      }
    }
    Agreement agreement = Accords.of(scene.state()).find(A).orElseThrow();
    assertThat(AgreementGate.missing(agreement, scene.state())).containsExactly(code);
    assertThat(agreement.effectiveAt()).isNull();
    assertThat(scene.state().status()).isEqualTo(Status.AGREED);
    scene.by(MEDIATOR, new Perform("o1", null, List.of())).refused(code);
    scene.by(MEDIATOR, new JoinConfirmation(recorded("p1"), A, "court", "mark")).refused(code);

    scene.at("2026-01-07T15:00");
    scene.by(away.equals("seal") ? HEAD : MEDIATOR, names.get(away)).accepted();
    agreement = Accords.of(scene.state()).find(A).orElseThrow();
    assertThat(agreement.effectiveAt())
        .as("from the last of all signatures and the seal")
        .isEqualTo(instant("2026-01-07T15:00"));
    assertThat(scene.state().status()).isEqualTo(Status.EFFECTIVE);
  }

  @Test
  void with_everything_it_binds_settles_its_claims_and_ends_the_mediation() {
    var scene = drafted();
    scene.by(MEDIATOR, signed("p1")).by(MEDIATOR, signed("p2")).by(MEDIATOR, mediatorSigns(A));
    scene.by(HEAD, new Seal(A)).accepted();

    assertThat(scene.event(AgreementEffective.class))
        .isEqualTo(
            new AgreementEffective(
                ID, null, false, A, AgreementForm.WRITTEN, AmountBand.UP_TO_1000));
    var end = scene.event(DisputeConcluded.class);
    assertThat(end.outcome()).isEqualTo(DisputeOutcome.AGREED);
    assertThat(end.partial()).isFalse();
    assertThat(end.form()).isEqualTo(AgreementForm.WRITTEN);
    assertThat(scene.state().claim("c1").orElseThrow().status()).isEqualTo(Claim.Status.SETTLED);
  }

  @Test
  void an_oral_one_binds_as_soon_as_the_mediator_has_recorded_it() {
    var scene = mediating().by(MEDIATOR, words().oral().draft()).accepted();
    assertThat(scene.event(AgreementEffective.class).form()).isEqualTo(AgreementForm.ORAL);
    assertThat(scene.state().status()).isEqualTo(Status.EFFECTIVE);
    scene.by(MEDIATOR, signed("p1")).refused("oral-needs-no-signature");
    scene.by(HEAD, new Seal(A)).refused("oral-needs-no-signature");
  }

  @Test
  void only_those_sign_whose_name_it_is() {
    var scene = drafted();
    scene.by(OTHER, signedBy(Voice.OWN)).refused("not-a-party");
    scene.by(FILER, signedBy(new Voice("p2", null))).refused("not-yourself");
    scene.by(FILER, signed("p2")).refused("not-the-mediators");
    scene.by(FILER, new Seal(A)).refused("not-the-committee-head");
    scene.by(MEDIATOR, new Seal(A)).refused("not-the-committee-head");
    scene.by(STREET_MEDIATOR, mediatorSigns(A)).refused("not-the-mediators");
    scene.by(FILER, signedBy(Voice.OWN)).accepted();
    scene.by(FILER, signedBy(Voice.OWN)).refused("already-signed");
  }

  private static Sign signedBy(Voice voice) {
    return new Sign(voice, A, SigningManner.SIGNATURE);
  }

  @Test
  void a_new_draft_on_the_same_claims_takes_the_place_of_one_that_nobody_is_bound_by() {
    var scene = drafted().by(MEDIATOR, words().id("a2").draft()).accepted();
    scene.by(MEDIATOR, signed("p1")).refused("agreement-superseded");
    assertThat(effective(mediating(), words().draft()).state().status())
        .isEqualTo(Status.EFFECTIVE);
    effective().by(MEDIATOR, words().id("a2").draft()).refused("already-ended");
  }

  @Test
  void what_can_not_be_agreed_on() {
    var scene = mediating();
    scene.by(FILER, words().draft()).refused("not-the-mediators");
    scene.by(MEDIATOR, words().items(item("p2", "p2", DUE)).draft()).refused("owes-itself");
    scene.by(MEDIATOR, words().items(item("p9", "p1", DUE)).draft()).refused("unknown-party");
    scene
        .by(MEDIATOR, words().items(item("p2", "p1", instant("2026-01-04T00:00"))).draft())
        .refused("due-before-agreement");
    scene.by(MEDIATOR, words().claims("c7").draft()).refused("unknown-claim");
    scene.by(MEDIATOR, words().partial("c1").draft()).refused("nothing-left-open");
    scene.by(MEDIATOR, signed("p1")).refused("unknown-agreement");
    consenting().by(MEDIATOR, words().draft()).refused("not-mediating");
  }

  @Test
  void twelve_of_eighteen_agree_and_mediation_goes_on_with_the_others() {
    var scene = effective(owners(18), words().items(pays(12, 18)).partial().draft());
    assertThat(scene.event(AgreementEffective.class).partial()).isTrue();
    assertThat(scene.state().status()).isEqualTo(Status.MEDIATING);
    assertThat(scene.state().contested()).extracting(Claim::no).hasSize(6).contains("c13", "c18");
    Agreement agreement = Accords.of(scene.state()).find(A).orElseThrow();
    assertThat(agreement.binds()).hasSize(13).doesNotContain("p13");
    assertThat(agreement.amount()).isEqualTo(AmountBand.UP_TO_50000);
    scene.by(MEDIATOR, words().claims("c12").draft()).refused("claim-not-open");
    scene.by(MEDIATOR, words().items(pays(12, 18)).partial().draft()).refused("settles-no-claim");
    scene
        .by(MEDIATOR, words().id("a2").claims("c13").items(item("p19", "p13", DUE)).draft())
        .refused("partial-not-said");

    var rest = new ArrayList<Item>();
    for (int i = 13; i <= 18; i++) {
      rest.add(item("p19", "p" + i, DUE));
    }
    effective(scene, words().id("a2").items(rest.toArray(Item[]::new)).draft());
    assertThat(scene.state().status()).isEqualTo(Status.EFFECTIVE);
    assertThat(scene.event(DisputeConcluded.class).partial()).isFalse();
    assertThat(Accords.of(scene.state()).agreements())
        .flatExtracting(Agreement::obligations)
        .extracting(Obligation::id)
        .hasSize(18)
        .doesNotHaveDuplicates();
  }

  @Test
  void what_was_agreed_on_stands_when_the_rest_fails() {
    var scene = effective(owners(3), words().items(pays(2, 3)).partial("c1", "c2").draft());
    var end = Ending.failed(scene.state(), "not-agreed", scene.facts(MEDIATOR));
    assertThat(end)
        .extracting(Object::getClass)
        .as("the others are told what else is open to them")
        .containsExactly(DisputeConcluded.class, RemediesTold.class);
    var concluded = (DisputeConcluded) end.getFirst();
    assertThat(concluded.outcome()).isEqualTo(DisputeOutcome.AGREED);
    assertThat(concluded.partial()).isTrue();
    assertThat(Evolution.all(scene.state(), end, scene.facts(MEDIATOR)).status())
        .isEqualTo(Status.EFFECTIVE);
  }

  @Test
  void who_will_not_sign_ends_it_and_nobody_signs_any_more() {
    var scene = drafted();
    scene.by(MEDIATOR, signed("p1")).accepted();
    scene.by(MEDIATOR, new PaceCommand.Fail(EndReason.REFUSES_TO_SIGN, null)).accepted();
    assertThat(scene.state().status()).isEqualTo(Status.FAILED);
    scene.by(MEDIATOR, signed("p2")).refused("already-ended");
    scene.by(HEAD, new Seal(A)).refused("already-ended");
  }

  @Test
  void every_mediator_of_the_panel_signs_in_person_or_on_record() {
    var seats =
        new SeatPlan(
            List.of(
                new Seat("presiding", Set.of()),
                new Seat("second", Set.of()),
                new Seat("third", Set.of())),
            9,
            true);
    var panel = Stream.of("gui", "lan", "an").map(id -> candidate(id)).toList();
    var gui = actor(Role.MEDIATOR, "370602", "account-gui");
    var scene =
        mediating()
            .by(HEAD, new PanelCommand.Appoint(Mechanism.PANEL, seats, panel, List.of()))
            .accepted()
            .by(gui, words().draft())
            .accepted();
    scene.by(MEDIATOR, signed("p1")).by(MEDIATOR, signed("p2")).by(HEAD, new Seal(A)).accepted();
    scene.by(MEDIATOR, mediatorSigns(A)).refused("not-on-the-panel");
    scene.by(gui, names("lan", null)).refused("not-yourself");
    scene
        .by(gui, names("bai", new Voice.Recorded("evidence", List.of())))
        .refused("not-on-the-panel");
    scene.by(gui, mediatorSigns(A)).accepted();
    scene.by(gui, names("lan", new Voice.Recorded("evidence", List.of()))).accepted();
    assertThat(scene.state().status()).isEqualTo(Status.AGREED);
    scene.by(gui, names("an", new Voice.Recorded("evidence", List.of()))).accepted();
    assertThat(scene.event(AgreementEffective.class).agreement()).isEqualTo(A);
    assertThat(scene.event(DisputeConcluded.class).mechanism()).isEqualTo(Mechanism.PANEL);
    scene.by(gui, new Perform("o1", null, List.of())).accepted();
    assertThat(scene.event(ObligationPerformed.class).facets().mechanism())
        .isEqualTo(Mechanism.PANEL);
  }

  private static SignAsMediator names(String mediator, Voice.Recorded recorded) {
    return new SignAsMediator(A, mediator, recorded, SigningManner.SIGNATURE);
  }
}
