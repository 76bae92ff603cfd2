package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.Scene.FILER;
import static cn.linli.mediation.domain.Scene.JUSTICE;
import static cn.linli.mediation.domain.Scene.MEDIATOR;
import static cn.linli.mediation.domain.Scene.draft;
import static cn.linli.mediation.domain.Scene.instant;
import static cn.linli.mediation.domain.Scene.mediating;
import static cn.linli.mediation.domain.Scene.number;
import static cn.linli.mediation.domain.Scene.recorded;
import static cn.linli.mediation.domain.Scene.start;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.DangerSign;
import cn.linli.events.mediation.PartyRole;
import cn.linli.events.mediation.RiskEvent.*;
import cn.linli.events.mediation.RiskGrade;
import cn.linli.events.mediation.RiskReason;
import cn.linli.mediation.domain.DisputeCommand.*;
import cn.linli.mediation.domain.PaceCommand.AnswerLonger;
import cn.linli.mediation.domain.PaceCommand.AskLonger;
import cn.linli.mediation.domain.RiskCommand.*;
import cn.linli.platform.access.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RiskTest {

  private static final Actor DISTRICT = Scene.actor(Role.DISTRICT_OFFICER, "370602", "wu");

  private static NoteDanger danger(DangerSign... signs) {
    return new NoteDanger(Set.of(signs), "note");
  }

  private static DisputeCommand group(int applicants) {
    var draft = draft();
    for (int i = 1; i <= applicants; i++) {
      draft.party(PartyRole.APPLICANT);
    }
    String respondent = "p" + (applicants + 1);
    draft.party(PartyRole.RESPONDENT);
    for (int i = 1; i <= applicants; i++) {
      draft.claim("p" + i, respondent);
    }
    return draft.register();
  }

  @Test
  void a_large_group_is_red_in_the_commit_that_files_it_and_raised_to_the_district() {
    var scene = start().by(FILER, group(18));

    assertThat(scene.event(RiskGraded.class))
        .isEqualTo(
            new RiskGraded(
                RiskGrade.RED, RiskGrade.GREEN, List.of(RiskReason.LARGE_GROUP), true, "370602"));
    assertThat(scene.state().proceedings().risk().raisedAt()).isEqualTo(scene.now());
  }

  @Test
  void parties_that_leave_change_the_grade_and_it_is_raised_once_as_long_as_it_stays_red() {
    var scene = start().by(FILER, group(9)).by(MEDIATOR, new Accept(null, number(1))).accepted();
    scene.by(MEDIATOR, danger(DangerSign.WEAPON));
    var still = scene.event(RiskGraded.class);
    assertThat(still.raised()).isFalse();
    assertThat(still.reasons()).containsExactly(RiskReason.LARGE_GROUP, RiskReason.VIOLENCE);

    scene.by(MEDIATOR, danger());
    scene.by(MEDIATOR, new Answer(recorded("p9"), false));
    var calmer = scene.event(RiskGraded.class);
    assertThat(calmer.grade()).isEqualTo(RiskGrade.AMBER);
    assertThat(calmer.before()).isEqualTo(RiskGrade.RED);
    assertThat(scene.state().proceedings().risk().raisedAt()).isNull();
    scene.by(MEDIATOR, danger(DangerSign.INJURY));
    assertThat(scene.event(RiskGraded.class).raised()).isTrue();
  }

  @Test
  void what_changes_nothing_is_not_told() {
    var scene = mediating().by(MEDIATOR, danger(DangerSign.THREAT));
    assertThat(scene.event(RiskGraded.class).reasons()).containsExactly(RiskReason.TENSION);
    scene
        .by(MEDIATOR, danger(DangerSign.THREAT, DangerSign.DAMAGE))
        .then(new DangerNoted(List.of(DangerSign.THREAT, DangerSign.DAMAGE), "note"));
  }

  @Test
  void days_alone_change_it_on_the_thirtieth_and_the_sixtieth() {
    var scene =
        mediating()
            .by(MEDIATOR, new AskLonger(instant("2026-04-01T00:00"), "reason"))
            .by(FILER, new AnswerLonger(Voice.OWN, true))
            .by(MEDIATOR, new AnswerLonger(recorded("p2"), true))
            .accepted();
    scene.until("2026-02-03T23:59");
    assertThat(Risking.of(scene.state()).grade()).isEqualTo(RiskGrade.GREEN);
    scene.until("2026-02-04T00:00");
    assertThat(scene.fallen())
        .containsExactly(
            new RiskGraded(
                RiskGrade.AMBER, RiskGrade.GREEN, List.of(RiskReason.LONG_OPEN), false, "370602"));
    scene.until("2026-03-06T00:00");
    assertThat(scene.fallen())
        .contains(
            new RiskGraded(
                RiskGrade.RED,
                RiskGrade.AMBER,
                List.of(RiskReason.VERY_LONG_OPEN),
                true,
                "370602"));
  }

  @Test
  void earlier_disputes_of_the_same_sides_count_each_once() {
    var scene = mediating().by(MEDIATOR, new NoteRepeat("0earlier"));
    assertThat(scene.event(RiskGraded.class).reasons()).containsExactly(RiskReason.REPEATED);
    scene.by(MEDIATOR, new NoteRepeat("0earlier")).refused("already-noted");
    scene.by(MEDIATOR, new NoteRepeat(Scene.ID)).refused("already-noted");
    scene.by(MEDIATOR, new NoteRepeat("0second")).by(MEDIATOR, new NoteRepeat("0third"));
    assertThat(scene.event(RiskGraded.class).grade()).isEqualTo(RiskGrade.RED);
  }

  @Test
  void only_the_district_says_that_it_has_seen_it() {
    var scene = mediating();
    scene.by(DISTRICT, new AcknowledgeRisk()).refused("not-raised");
    scene.by(MEDIATOR, danger(DangerSign.SELF_HARM)).accepted();
    scene.by(MEDIATOR, new AcknowledgeRisk()).refused("not-the-district");
    scene.by(DISTRICT, new AcknowledgeRisk()).then(new RiskAcknowledged());
    scene.by(DISTRICT, new AcknowledgeRisk()).refused("already-acknowledged");
  }

  @Test
  void danger_is_reported_to_the_police_whatever_became_of_the_mediation() {
    var scene = mediating();
    scene
        .by(JUSTICE, new ReportToPolice("police-station", instant("2026-01-05T09:55"), "note"))
        .then(new PoliceReported(1, "police-station", instant("2026-01-05T09:55"), "note"));
    scene
        .by(MEDIATOR, new ReportToPolice("police-station", instant("2026-01-05T10:05"), "note"))
        .refused("reported-in-the-future");
    scene
        .by(FILER, new Withdraw(Voice.OWN))
        .by(MEDIATOR, new ReportToPolice("police-station", instant("2026-01-05T09:59"), "note"))
        .accepted();
    scene.by(MEDIATOR, danger(DangerSign.THREAT)).refused("already-ended");
    scene.by(FILER, danger(DangerSign.THREAT)).refused("not-the-mediators");
  }

  @Test
  void parties_do_not_see_what_the_mediators_fear() {
    var scene = mediating().by(MEDIATOR, danger(DangerSign.THREAT)).accepted();
    assertThat(scene.state().steps()).noneMatch(step -> step.what().contains("danger"));
    assertThat(scene.state().steps()).noneMatch(step -> step.what().contains("risk"));
  }
}
