package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.CITY;
import static cn.linli.petition.domain.Scene.COMMUNITY;
import static cn.linli.petition.domain.Scene.DESK;
import static cn.linli.petition.domain.Scene.DISTRICT;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.STREET;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.submitted;
import static cn.linli.petition.domain.Scene.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.DueKind;
import cn.linli.events.petition.Entry;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent.Accepted;
import cn.linli.events.petition.PetitionEvent.Escalated;
import cn.linli.events.petition.PetitionEvent.FellDue;
import cn.linli.events.petition.PetitionEvent.Progressed;
import cn.linli.events.petition.PetitionEvent.SentBack;
import cn.linli.events.petition.Regime;
import cn.linli.petition.domain.PetitionCommand.Accept;
import cn.linli.petition.domain.PetitionCommand.Escalate;
import cn.linli.petition.domain.PetitionCommand.Progress;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import cn.linli.petition.domain.PetitionCommand.SendBack;
import org.junit.jupiter.api.Test;

class LadderTest {

  private static final Escalate UP = new Escalate("reason");
  private static final SendBack DOWN = new SendBack("reason");

  @Test
  void escalating_moves_one_rung_up_and_starts_that_rungs_clock() {
    var scene = submitted("noise").by(GRID, new Accept()).at("2026-01-06T10:00").by(GRID, UP);
    Escalated escalated = scene.event(Escalated.class);
    assertThat(escalated.from()).isEqualTo(unit("370602003006001", null));
    assertThat(escalated.to()).isEqualTo(unit("370602003006", null));
    assertThat(escalated.byDeadline()).isFalse();
    assertThat(escalated.deadlines().rungBy()).isEqualTo(instant("2026-01-10T00:00"));
    assertThat(escalated.deadlines().answerBy())
        .as("the answer's clock does not move")
        .isEqualTo(instant("2026-01-13T00:00"));
    assertThat(scene.state().status()).isEqualTo(Status.TRANSFERRED);
  }

  @Test
  void the_ladder_ends_at_the_city() {
    submitted("noise")
        .by(GRID, UP)
        .by(COMMUNITY, UP)
        .by(STREET, UP)
        .by(DISTRICT, UP)
        .accepted()
        .by(CITY, UP)
        .refused("top-of-ladder");
  }

  @Test
  void only_the_holder_escalates() {
    submitted("noise").by(COMMUNITY, UP).refused("not-the-holder");
    submitted("noise").by(RESIDENT, UP).refused("not-the-holder");
    submitted("noise").by(DESK, UP).refused("not-the-holder");
  }

  @Test
  void a_virtual_district_is_a_rung() {
    var scene = submitted(draft -> draft.category("land").division("620201002012"));
    scene.by(Scene.staff("street-officer", "620201002"), UP).accepted();
    assertThat(scene.state().unit()).isEqualTo(unit("620201", null));
    scene.by(Scene.staff("district-officer", "620201"), UP).accepted();
    assertThat(scene.state().unit()).isEqualTo(unit("6202", null));
  }

  @Test
  void a_rung_left_waiting_moves_up_by_itself_once() {
    var scene = submitted("noise").until("2026-01-08T00:00");
    assertThat(scene.fallen())
        .anySatisfy(event -> {
          assertThat(event).isInstanceOf(FellDue.class);
          assertThat(((FellDue) event).which()).isEqualTo(DueKind.RUNG);
        })
        .anySatisfy(event -> {
          assertThat(event).isInstanceOf(Escalated.class);
          assertThat(((Escalated) event).byDeadline()).isTrue();
          assertThat(((Escalated) event).reasonRef()).isNull();
        });
    assertThat(scene.state().level()).isEqualTo(Level.COMMUNITY);
    assertThat(scene.until("2026-01-08T00:01").fallen()).isEmpty();
  }

  @Test
  void a_long_outage_moves_it_one_rung_each_rung_gets_its_whole_clock() {
    var scene = submitted("noise").until("2026-06-01T10:00");
    assertThat(scene.state().level()).isEqualTo(Level.COMMUNITY);
    assertThat(scene.state().time().deadlines().rungBy()).isEqualTo(instant("2026-06-05T00:00"));
  }

  @Test
  void in_the_end_the_city_has_it_and_no_rung_falls_due_any_more() {
    var scene = submitted("noise");
    for (String day : new String[] {"02", "03", "04", "05", "06", "07", "08"}) {
      scene.until("2026-" + day + "-01T00:00");
    }
    assertThat(scene.state().level()).isEqualTo(Level.CITY);
    assertThat(scene.state().time().deadlines().rungBy()).isNull();
  }

  @Test
  void a_unit_above_takes_over_with_its_first_act() {
    var scene =
        submitted("noise").by(GRID, new Accept()).by(STREET, new Progress(Entry.CALL, "note"));
    assertThat(scene.events()).hasSize(2);
    Accepted accepted = scene.event(Accepted.class);
    assertThat(accepted.tookOver()).isTrue();
    assertThat(accepted.unit()).isEqualTo(unit("370602003", null));
    scene.event(Progressed.class);
    scene.by(GRID, new Progress(Entry.CALL, "note")).refused("not-the-holder");
    scene.by(STREET, new Progress(Entry.CALL, "note")).then(new Progressed(Entry.CALL, "note"));
  }

  @Test
  void the_level_that_resolves_counts() {
    var scene = submitted("noise").by(COMMUNITY, new Resolve(Outcome.SOLVED, "result")).accepted();
    assertThat(scene.state().round().resolution().level()).isEqualTo(Level.COMMUNITY);
  }

  @Test
  void others_may_not_act() {
    var foreign = Scene.staff("community-clerk", "370602003007");
    submitted("noise").by(foreign, new Accept()).refused("not-the-holder");
    submitted("noise").by(DESK, new Accept()).refused("not-the-holder");
    submitted("noise").by(GRID, new Accept()).by(GRID, new Accept()).refused("already-accepted");
  }

  @Test
  void two_send_backs_and_no_more() {
    var scene = submitted("noise").by(GRID, UP).by(COMMUNITY, DOWN);
    SentBack first = scene.event(SentBack.class);
    assertThat(first.to()).isEqualTo(unit("370602003006001", null));
    assertThat(first.times()).isEqualTo(1);
    assertThat(first.deadlines().rungBy()).isEqualTo(instant("2026-01-08T00:00"));
    scene.by(GRID, UP).by(COMMUNITY, DOWN).accepted();
    scene.by(GRID, UP).by(COMMUNITY, DOWN).refused("send-backs-used-up");
  }

  @Test
  void where_a_matter_can_not_be_sent_back_to() {
    submitted("noise").by(GRID, DOWN).refused("no-rung-below");
    submitted(draft -> draft.division("370602003")).by(STREET, DOWN).refused("no-rung-below");
    submitted(draft -> draft.kind(Kind.APPEAL, Regime.FORMAL))
        .by(STREET, DOWN)
        .refused("formal-not-below-street");
    submitted("illegal-building").by(STREET, DOWN).refused("not-on-admission-list");
    submitted("parking").by(STREET, DOWN).refused("assist-only");
    submitted(draft -> draft.kind(Kind.ACCUSATION, Regime.FORMAL).accuses(true, "370602003"))
        .by(DISTRICT, DOWN)
        .refused("accused-body");
  }
}
