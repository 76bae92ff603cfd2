package cn.linli.mediation.domain;

import static cn.linli.mediation.domain.AgreementScene.*;
import static cn.linli.mediation.domain.Scene.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.mediation.AgreementEvent.*;
import cn.linli.events.mediation.Determination;
import cn.linli.events.mediation.DisputeEvent.ActRecorded;
import cn.linli.events.mediation.DisputeFacets;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.Mechanism;
import cn.linli.mediation.domain.AgreementCommand.*;
import cn.linli.platform.calendar.WorkCalendar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 司法确认: jointly, within 30 days, only what a court confirms (人民调解法 §33, 民诉法解释 §355). */
class ConfirmationTest {

  static final DisputeFacets FACETS =
      new DisputeFacets(
          DisputeKind.NEIGHBOURS, DisputeSource.SELF, DisputeLevel.COMMUNITY, Mechanism.SINGLE);

  private static JoinConfirmation joins(String party) {
    return new JoinConfirmation(recorded(party), A, "court", "zhifu");
  }

  /** Effective on 2026-01-19, with obligations that fall due long after. */
  private static Scene effectiveOn19January() {
    return effective(
        mediating().at("2026-01-19T16:00"),
        words().items(item("p2", "p1", instant("2026-12-01T00:00"))).draft());
  }

  @Test
  void the_parties_apply_together() {
    var scene = effectiveOn19January();
    scene
        .by(MEDIATOR, joins("p1"))
        .then(
            new ActRecorded("p1", "evidence", List.of()),
            new ConfirmationJoined(A, "p1", "court", "zhifu"));
    scene.by(MEDIATOR, new DecideConfirmation(A, true, null, null)).refused("not-jointly-applied");
    scene.by(MEDIATOR, joins("p1")).refused("already-joined");
    scene
        .by(MEDIATOR, new JoinConfirmation(recorded("p2"), A, "court", "laishan"))
        .refused("another-court");
    scene
        .by(MEDIATOR, joins("p2"))
        .then(
            new ActRecorded("p2", "evidence", List.of()),
            new ConfirmationJoined(A, "p2", "court", "zhifu"),
            new ConfirmationApplied(A));
    scene.by(FILER, new DecideConfirmation(A, true, null, null)).refused("not-the-mediators");
    scene
        .by(JUSTICE, new DecideConfirmation(A, true, "number", null))
        .then(new AgreementConfirmed(FACETS, A, true, "number", null));
    scene.by(MEDIATOR, new DecideConfirmation(A, true, null, null)).refused("already-decided");
    scene.by(MEDIATOR, joins("p2")).refused("already-applied");
  }

  @ParameterizedTest(name = "effective {0}: until {1}, over on {2}")
  @CsvSource({
    "2026-01-19T16:00, 2026-02-24T23:59, 2026-02-25T00:00", // 30 days end in the Spring Festival
    "2026-01-19T00:00, 2026-02-24T23:59, 2026-02-25T00:00",
    "2026-03-02T09:00, 2026-04-01T23:59, 2026-04-02T00:00",
    "2026-09-03T09:00, 2026-10-08T23:59, 2026-10-09T00:00",
  })
  void the_window_ends_with_the_thirtieth_day_or_the_next_working_day(
      String effective, String last, String over) {
    var until = Confirming.until(instant(effective), WorkCalendar.national());
    assertThat(until).isAfter(instant(last)).isEqualTo(instant(over));
  }

  @Test
  void effective_on_19_January_it_is_confirmable_to_24_February_and_refused_on_the_25th() {
    effectiveOn19January()
        .at("2026-02-24T23:59")
        .by(MEDIATOR, joins("p1"))
        .accepted()
        .at("2026-02-25T00:00")
        .by(MEDIATOR, joins("p2"))
        .refused("confirmation-window-over");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "MARRIAGE, status-not-confirmable",
    "KINSHIP, status-not-confirmable",
    "ADOPTION, status-not-confirmable",
    "RIGHT_IN_REM, right-in-rem-not-confirmable",
    "INTELLECTUAL_PROPERTY, intellectual-property-not-confirmable",
    "OUTSIDE_COURT, outside-court-not-confirmable",
  })
  void some_things_no_court_confirms(Determination determined, String code) {
    effective(mediating(), words().determines(determined).draft())
        .by(MEDIATOR, joins("p1"))
        .refused(code);
  }

  @Test
  void an_oral_agreement_is_not_confirmable() {
    mediating()
        .by(MEDIATOR, words().oral().draft())
        .accepted()
        .by(MEDIATOR, joins("p1"))
        .refused("oral-not-confirmable");
  }

  @Test
  void who_is_not_bound_does_not_apply() {
    effective(owners(3), words().items(pays(2, 3)).partial("c1", "c2").draft())
        .by(MEDIATOR, joins("p3"))
        .refused("not-bound");
  }
}
