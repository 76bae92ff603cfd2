package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.Scene.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.CaseNumber;
import cn.linli.events.mediation.DisputeDue;
import cn.linli.events.mediation.DisputeEvent.*;
import cn.linli.events.mediation.ErasureGround;
import cn.linli.mediation.domain.DisputeCommand.*;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Acceptance, refusal with the right channel, transfer between levels, silence, files, erasure. */
class TakingTest {

  private static final Actor ADMIN = actor(cn.linli.platform.access.Role.ADMIN, "3706", "admin");

  @Test
  void the_committee_of_the_place_takes_it() {
    registered()
        .by(STREET_MEDIATOR, new Accept(null, number(1)))
        .refused("not-the-mediators")
        .by(PEACEMAKER, new Accept(BUILDING, null))
        .refused("level-too-low")
        .by(HEAD, new Accept(null, number(1)))
        .then(new DisputeAccepted(COMMITTEE, number(1), instant("2026-01-13T00:00")))
        .by(MEDIATOR, new Accept(null, number(2)))
        .refused("already-accepted");
  }

  @Test
  void a_committee_above_may_take_it_as_its_own() {
    var number = new CaseNumber("370602003", 2026, 7);
    var scene = registered().by(STREET_MEDIATOR, new Accept(STREET_COMMITTEE, number)).accepted();
    assertThat(scene.state().bench()).isEqualTo(STREET_COMMITTEE);
    assertThat(scene.state().conducted().caseNumber()).isEqualTo(number);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(NotForMediation.class)
  void what_is_not_for_mediation_is_told_the_right_channel(NotForMediation ground) {
    var refused = registered().by(MEDIATOR, new Refuse(ground.wire())).event(DisputeRefused.class);
    assertThat(refused.code()).isEqualTo(ground.wire());
    assertThat(refused.channel()).isEqualTo(ground.channel());
  }

  @ParameterizedTest(name = "{0} goes to {1}")
  @CsvSource({
    "decided-by-court, court",
    "decided-by-arbitration, arbitration",
    "administrative-dispute, reconsideration",
    "criminal-matter, police",
    "one-side-refuses, court",
    "out-of-area, committee-of-the-place"
  })
  void the_right_channels(String code, String channel) {
    assertThat(NotForMediation.ofWire(code).orElseThrow().channel()).isEqualTo(channel);
  }

  @Test
  void a_refusal_needs_a_known_ground_and_comes_before_mediation() {
    registered().by(MEDIATOR, new Refuse("no-time")).refused("unknown-ground");
    registered().by(OTHER, new Refuse("criminal-matter")).refused("not-the-mediators");
    mediating().by(MEDIATOR, new Refuse("criminal-matter")).refused("already-mediating");
  }

  @Test
  void the_building_settles_nothing_and_the_community_takes_it_on() {
    var scene =
        start()
            .by(FILER, draft().building().register())
            .by(PEACEMAKER, new Accept(null, null))
            .accepted()
            .by(PEACEMAKER, new Answer(recorded("p2"), true))
            .accepted();
    assertThat(scene.state().status()).isEqualTo(Status.MEDIATING);
    assertThat(scene.state().conducted().caseNumber()).isNull();
    scene
        .by(PEACEMAKER, new Transfer(COMMITTEE, "reason"))
        .then(new DisputeTransferred(COMMITTEE, BUILDING, "reason", instant("2026-01-13T00:00")))
        .by(MEDIATOR, new Accept(null, number(1)))
        .then(new DisputeAccepted(COMMITTEE, number(1), null), new MediationBegun(2));
  }

  @Test
  void transfer_stays_in_the_area_and_ends_somewhere() {
    var elsewhere =
        new cn.linli.events.mediation.Bench(
            cn.linli.events.mediation.DisputeLevel.STREET, "370602004", "370602004");
    mediating()
        .by(MEDIATOR, new Transfer(elsewhere, null))
        .refused("out-of-area")
        .by(MEDIATOR, new Transfer(COMMITTEE, null))
        .refused("same-committee")
        .by(OTHER, new Transfer(STREET_COMMITTEE, null))
        .refused("not-the-mediators")
        .by(JUSTICE, new Transfer(STREET_COMMITTEE, null))
        .accepted()
        .by(STREET_MEDIATOR, new Transfer(COMMITTEE, null))
        .accepted()
        .by(MEDIATOR, new Transfer(STREET_COMMITTEE, null))
        .by(STREET_MEDIATOR, new Transfer(COMMITTEE, null))
        .by(MEDIATOR, new Transfer(STREET_COMMITTEE, null))
        .by(STREET_MEDIATOR, new Transfer(COMMITTEE, null))
        .accepted()
        .by(MEDIATOR, new Transfer(STREET_COMMITTEE, null))
        .refused("too-many-transfers");
  }

  @Test
  void a_case_that_nobody_takes_is_told_first_and_given_up_later() {
    var scene = registered().until("2026-01-13T00:00");
    assertThat(scene.fallen())
        .containsExactly(
            new DisputeFellDue(
                DisputeDue.ACCEPTANCE, instant("2026-01-13T00:00"), instant("2026-01-20T00:00")));
    assertThat(scene.state().status()).isEqualTo(Status.REGISTERED);
    scene.until("2026-01-20T00:00");
    assertThat(scene.fallen().getFirst())
        .isEqualTo(new DisputeRefused(ID, null, "not-taken", null));
    assertThat(scene.state().status()).isEqualTo(Status.REFUSED);
    assertThat(Timers.due(scene.state())).isNull();
  }

  @Test
  void files_come_from_those_who_are_in_the_case() {
    mediating()
        .by(FILER, new AddFiles(List.of("f1", "f1", "f2")))
        .then(new DisputeFilesAdded(List.of("f1", "f2")))
        .by(MEDIATOR, new AddFiles(List.of("f1")))
        .refused("files-already-there")
        .by(OTHER, new AddFiles(List.of("f3")))
        .refused("not-a-party");
  }

  @Test
  void what_is_personal_goes_when_it_is_no_longer_needed() {
    var refused = registered().by(MEDIATOR, new Refuse("criminal-matter")).accepted();
    mediating().by(ADMIN, new Erase(ErasureGround.REQUEST, 12)).refused("still-needed");
    refused
        .by(ADMIN, new Erase(ErasureGround.REQUEST, 12))
        .then(
            new DisputeErased(
                ErasureGround.REQUEST, List.of("content", "name-p1", "name-p2", "claim-c1")))
        .by(ADMIN, new Erase(ErasureGround.REQUEST, 12))
        .refused("already-erased");
    mediating()
        .by(FILER, new Leave(Voice.OWN, "reason"))
        .by(ADMIN, new Erase(ErasureGround.REQUEST, 12))
        .refused("kept-by-law")
        .at("2027-01-06T00:00")
        .by(ADMIN, new Erase(ErasureGround.REQUEST, 12))
        .accepted();
    mediating().by(ADMIN, new Erase(ErasureGround.UNLAWFUL, 12)).accepted();
  }
}
