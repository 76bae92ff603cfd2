package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.CITY;
import static cn.linli.petition.domain.Scene.COMMUNITY;
import static cn.linli.petition.domain.Scene.DESK;
import static cn.linli.petition.domain.Scene.DISTRICT;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.HEATING;
import static cn.linli.petition.domain.Scene.STREET;
import static cn.linli.petition.domain.Scene.WATER;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.submitted;
import static cn.linli.petition.domain.Scene.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Entry;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent.Accepted;
import cn.linli.events.petition.PetitionEvent.CoHandlersAdded;
import cn.linli.events.petition.PetitionEvent.Dispatched;
import cn.linli.events.petition.PetitionEvent.Escalated;
import cn.linli.events.petition.PetitionEvent.Progressed;
import cn.linli.events.petition.PetitionEvent.ReturnAsked;
import cn.linli.events.petition.PetitionEvent.ReturnGranted;
import cn.linli.events.petition.PetitionEvent.ReturnRefused;
import cn.linli.events.petition.Regime;
import cn.linli.petition.domain.PetitionCommand.Accept;
import cn.linli.petition.domain.PetitionCommand.AddCoHandlers;
import cn.linli.petition.domain.PetitionCommand.AskReturn;
import cn.linli.petition.domain.PetitionCommand.DecideReturn;
import cn.linli.petition.domain.PetitionCommand.Dispatch;
import cn.linli.petition.domain.PetitionCommand.Progress;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatchTest {

  private static final Dispatch TO_HEATING = new Dispatch("heating-company", null);
  private static final AskReturn NOT_MINE = new AskReturn("reason", true);
  private static final DecideReturn GRANTED = new DecideReturn(true, null, false);

  @Test
  void the_first_receiver_leads_and_co_handlers_help() {
    var scene = submitted("heating").by(COMMUNITY, TO_HEATING);
    assertThat(scene.event(Dispatched.class).to()).isEqualTo(unit("370602", "heating-company"));
    scene
        .by(GRID, new AddCoHandlers(List.of("water-company")))
        .refused("not-the-holder")
        .by(DISTRICT, new AddCoHandlers(List.of("water-company", "water-company")))
        .then(new CoHandlersAdded(List.of("water-company")))
        .by(COMMUNITY, new AddCoHandlers(List.of("gas-company")))
        .then(new CoHandlersAdded(List.of("gas-company")));
    scene.by(HEATING, new Accept()).accepted();
    scene.by(WATER, new Progress(Entry.CALL, "note")).then(new Progressed(Entry.CALL, "note"));
    assertThat(scene.state().unit().organisation()).isEqualTo("heating-company");
    scene.by(WATER, new Resolve(Outcome.SOLVED, "result")).refused("only-the-lead-resolves");
    scene.by(HEATING, new Resolve(Outcome.SOLVED, "result")).accepted();
  }

  @Test
  void departments_stand_on_no_rung() {
    var scene = submitted("heating").by(COMMUNITY, TO_HEATING).accepted();
    assertThat(scene.state().time().deadlines().rungBy()).isNull();
  }

  @Test
  void an_officer_takes_in_hand_what_its_organisation_was_given() {
    var scene =
        submitted("heating").by(DESK, new Dispatch("heating-company@3706", null)).accepted();
    assertThat(scene.state().level()).isEqualTo(Level.CITY);
    Accepted accepted = scene.by(HEATING, new Accept()).event(Accepted.class);
    assertThat(accepted.tookOver()).isFalse();
    assertThat(scene.state().level()).isEqualTo(Level.DISTRICT);
  }

  @Test
  void straight_to_a_street_copies_the_district() {
    var scene = submitted("unheard-of").by(DESK, new Dispatch("370602003", null));
    assertThat(scene.event(Dispatched.class).copyTo()).isEqualTo("370602");
    assertThat(scene.state().held().copies()).containsExactly("370602");
    var byDistrict = submitted("unheard-of").by(DISTRICT, new Dispatch("370602003", null));
    assertThat(byDistrict.event(Dispatched.class).copyTo()).isNull();
  }

  @Test
  void with_no_body_named_the_district_answers() {
    var scene = submitted("noise").by(DESK, new Dispatch(null, null)).accepted();
    assertThat(scene.state().unit()).isEqualTo(unit("370602", null));
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "illegal-building, 370602003006, not-on-admission-list",
    "illegal-building, 370602003006001, not-on-admission-list",
    "parking, 370602003006, assist-only",
    "land, 370611, out-of-scope",
    "land, 370602003, already-there",
    "land, 37, unknown-organisation",
  })
  void where_the_street_can_not_dispatch_to(String category, String target, String code) {
    submitted(category).by(STREET, new Dispatch(target, null)).refused(code);
  }

  @Test
  void a_community_may_assist_with_what_it_can_not_lead() {
    submitted("parking").by(STREET, new AddCoHandlers(List.of("370602003006"))).accepted();
    submitted("illegal-building")
        .by(STREET, new AddCoHandlers(List.of("370602003006")))
        .refused("not-on-admission-list");
  }

  @Test
  void the_accused_is_never_given_its_own_case() {
    var scene =
        submitted(
            draft -> draft.kind(Kind.ACCUSATION, Regime.FORMAL).accuses(true, "water-company"));
    scene.by(STREET, new Dispatch("water-company", null)).refused("accused-body");
    scene.by(STREET, new AddCoHandlers(List.of("water-company"))).refused("accused-body");
    scene.by(WATER, new Accept()).refused("not-found");
  }

  @ParameterizedTest(name = "due {0}: {1}")
  @CsvSource({
    "2026-01-04T10:00, due-in-the-past",
    "2026-01-13T00:01, due-after-limit",
    "2026-01-12T00:00, ok"
  })
  void an_order_may_state_an_earlier_limit(String due, String code) {
    var scene = submitted("land").by(STREET, new Dispatch("heating-company", instant(due)));
    if (code.equals("ok")) {
      assertThat(scene.event(Dispatched.class).deadlines().answerBy()).isEqualTo(instant(due));
    } else {
      scene.refused(code);
    }
  }

  @Test
  void a_return_is_decided_by_the_dispatcher() {
    var scene = submitted("heating").by(COMMUNITY, TO_HEATING).by(HEATING, NOT_MINE);
    scene.then(new ReturnAsked(unit("370602", "heating-company"), "reason", 1));
    scene.by(HEATING, NOT_MINE).refused("already-asked");
    scene.by(HEATING, GRANTED).refused("not-the-dispatcher");
    scene.by(GRID, GRANTED).refused("not-the-dispatcher");
    ReturnGranted granted = scene.by(COMMUNITY, GRANTED).event(ReturnGranted.class);
    assertThat(granted.to()).isEqualTo(unit("370602003006", null));
    assertThat(granted.deadlines().rungBy()).isNotNull();
    assertThat(scene.state().unit()).isEqualTo(unit("370602003006", null));
    scene.by(COMMUNITY, GRANTED).refused("nothing-asked");
  }

  @Test
  void after_designation_there_is_no_return() {
    var scene = submitted("heating").by(COMMUNITY, TO_HEATING).by(HEATING, NOT_MINE);
    scene
        .by(COMMUNITY, new DecideReturn(false, null, true))
        .then(new ReturnRefused(unit("370602", "heating-company"), true));
    scene.by(HEATING, NOT_MINE).refused("designated");
  }

  @Test
  void a_return_may_name_the_right_body_at_once() {
    var scene = submitted("heating").by(COMMUNITY, TO_HEATING).by(HEATING, NOT_MINE);
    Dispatched dispatched =
        scene.by(COMMUNITY, new DecideReturn(true, "water-company", false)).event(Dispatched.class);
    assertThat(dispatched.designated()).isTrue();
    assertThat(scene.events()).hasSize(2);
    scene.by(WATER, NOT_MINE).refused("designated");
  }

  @Test
  void two_working_days_to_say_not_mine_and_five_in_the_formal_regime() {
    submitted("land")
        .by(STREET, TO_HEATING)
        .at("2026-01-07T23:59")
        .by(HEATING, NOT_MINE)
        .accepted();
    submitted("land")
        .by(STREET, TO_HEATING)
        .at("2026-01-08T00:01")
        .by(HEATING, NOT_MINE)
        .refused("return-window-over");
    submitted(draft -> draft.kind(Kind.APPEAL, Regime.FORMAL))
        .by(STREET, TO_HEATING)
        .at("2026-01-12T23:59")
        .by(HEATING, NOT_MINE)
        .accepted();
    submitted(draft -> draft.kind(Kind.APPEAL, Regime.FORMAL))
        .by(STREET, TO_HEATING)
        .at("2026-01-13T00:01")
        .by(HEATING, NOT_MINE)
        .refused("objection-window-over");
  }

  @Test
  void what_came_by_the_ladder_is_not_returned() {
    submitted("noise").by(GRID, NOT_MINE).refused("not-dispatched");
  }

  @Test
  void the_third_return_goes_to_the_tier_above_with_all_reasons() {
    var scene = submitted("land");
    for (int time = 1; time <= 2; time++) {
      scene.by(STREET, TO_HEATING).by(HEATING, new AskReturn("reason-" + time, true));
      scene.by(STREET, GRANTED).accepted();
    }
    scene.by(STREET, TO_HEATING).by(HEATING, new AskReturn("reason-3", true));
    Escalated escalated = scene.event(Escalated.class);
    assertThat(escalated.to()).isEqualTo(unit("370602", null));
    assertThat(scene.state().held().returnReasons())
        .containsExactly("reason-1", "reason-2", "reason-3");
    Dispatched dispatched = scene.by(DISTRICT, TO_HEATING).event(Dispatched.class);
    assertThat(dispatched.designated()).as("named for good").isTrue();
    scene.by(HEATING, NOT_MINE).refused("designated");
  }

  @Test
  void others_do_not_dispatch() {
    submitted("noise")
        .by(Scene.staff("street-officer", "370602004"), TO_HEATING)
        .refused("not-the-holder");
    submitted("noise").by(CITY, TO_HEATING).accepted();
  }
}
