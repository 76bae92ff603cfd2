package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.start;
import static cn.linli.petition.domain.Scene.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Urgency;
import cn.linli.petition.domain.Scene.Draft;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeTest {

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource({
    "APPEAL, HOTLINE,", "APPEAL, FORMAL,",
    "SUGGESTION, HOTLINE,", "SUGGESTION, FORMAL,",
    "COMPLAINT, HOTLINE,", "COMPLAINT, FORMAL,",
    "CONSULTATION, HOTLINE,", "CONSULTATION, FORMAL, hotline-only",
    "HAZARD, HOTLINE,", "HAZARD, FORMAL, hotline-only",
    "ACCUSATION, HOTLINE, right-channel", "ACCUSATION, FORMAL,"
  })
  void kinds_and_regimes(Kind kind, Regime regime, @Nullable String refusal) {
    String accused = kind == Kind.ACCUSATION ? "370602" : null;
    var scene =
        start().by(RESIDENT, new Draft().kind(kind, regime).accuses(true, accused).submit());
    if (refusal == null) {
      scene.accepted();
    } else {
      scene.refused(refusal);
    }
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal("consent-missing", draft -> draft.proxy(false)),
        refusal("too-many-representatives", draft -> draft.representatives(6)),
        refusal("right-channel", Draft::afterFormal),
        refusal("accused-missing", draft -> draft.kind(Kind.ACCUSATION, Regime.FORMAL)),
        refusal("division-too-coarse", draft -> draft.division("37")),
        refusal(
            "previous-matter-missing",
            draft -> draft.from(Channel.CANNOT_GET_IT_DONE_WINDOW, "licence", null)));
  }

  private static Arguments refusal(String code, UnaryOperator<Draft> change) {
    return Arguments.of(code, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void what_is_not_taken_in(String code, UnaryOperator<Draft> change) {
    start().by(RESIDENT, change.apply(new Draft()).submit()).refused(code);
  }

  @Test
  void what_is_just_admissible() {
    submitted(draft -> draft.proxy(true));
    submitted(draft -> draft.representatives(5));
    submitted(draft -> draft.from(Channel.CANNOT_GET_IT_DONE_WINDOW, "licence", "tax-office"));
  }

  @ParameterizedTest(name = "{0} at {1} in {2} starts with {3}")
  @CsvSource({
    // the routing table's rung, never finer than the division given
    "noise, 370602003006001, HOTLINE, 370602003006001",
    "noise, 370602003006, HOTLINE, 370602003006",
    "noise, 370602003, HOTLINE, 370602003",
    "noise, 3706, HOTLINE, 3706",
    "heating, 370602003006001, HOTLINE, 370602003006",
    "land, 370602003006001, HOTLINE, 370602003",
    // the district answers where the body is not known
    "unheard-of, 370602003006001, HOTLINE, 370602",
    "unheard-of, 6202010020120, HOTLINE,",
    // virtual district
    "unheard-of, 620201002012, HOTLINE, 620201",
    // communities get only what is on their lists, and lead nothing they assist with
    "illegal-building, 370602003006001, HOTLINE, 370602003",
    "parking, 370602003006001, HOTLINE, 370602003",
    // formal petitions never stand below the street
    "noise, 370602003006001, FORMAL, 370602003",
  })
  void the_first_unit(String category, String division, Regime regime, @Nullable String expected) {
    var scene =
        start()
            .by(
                RESIDENT,
                new Draft()
                    .kind(Kind.APPEAL, regime)
                    .category(category)
                    .division(division)
                    .submit());
    if (expected == null) {
      scene.refused("division-too-coarse");
    } else {
      assertThat(scene.accepted().state().unit()).isEqualTo(Scene.unit(expected, null));
    }
  }

  @ParameterizedTest(name = "against {0}: {1}")
  @CsvSource({
    "370602003006, 370602003",
    "370602003, 370602",
    "370602, 3706",
    "sanitation-office, 370602003"
  })
  void an_accusation_starts_above_the_accused(String accused, String expected) {
    var scene =
        submitted(draft -> draft.kind(Kind.ACCUSATION, Regime.FORMAL).accuses(true, accused));
    assertThat(scene.state().unit()).isEqualTo(Scene.unit(expected, null));
    assertThat(scene.state().filed().accusedMark()).isEqualTo(Scene.mark(accused));
  }

  @Test
  void the_citys_own_accusation_is_told_another_channel() {
    start()
        .by(
            RESIDENT,
            new Draft().kind(Kind.ACCUSATION, Regime.FORMAL).accuses(true, "3706").submit())
        .refused("right-channel");
  }

  @ParameterizedTest(name = "{0} {1} {2}: contact {3} answer {4} rung {5}")
  @CsvSource({
    // received Monday 2026-01-05 10:00; a day ends at 24:00
    "noise, NORMAL, HOTLINE, 2026-01-07T00:00, 2026-01-13T00:00, 2026-01-08T00:00",
    "heating, NORMAL, HOTLINE, 2026-01-05T12:00, 2026-01-06T10:00, 2026-01-09T00:00",
    "noise, EMERGENCY, HOTLINE, 2026-01-05T10:30, 2026-01-05T12:00, 2026-01-08T00:00",
    "noise, NORMAL, FORMAL, , 2026-03-07T00:00,",
  })
  void the_clocks(
      String category,
      Urgency urgency,
      Regime regime,
      @Nullable String contact,
      String answer,
      @Nullable String rung) {
    var scene =
        submitted(draft -> draft.kind(Kind.APPEAL, regime).category(category).urgency(urgency));
    var deadlines = scene.state().time().deadlines();
    assertThat(deadlines.contactBy()).isEqualTo(contact == null ? null : instant(contact));
    if (regime == Regime.FORMAL) {
      // 60 calendar days from 01-05 is Friday 03-06
      assertThat(deadlines.transferBy()).isEqualTo(instant("2026-01-21T00:00"));
    }
    assertThat(deadlines.answerBy()).isEqualTo(instant(answer));
    assertThat(deadlines.rungBy()).isEqualTo(rung == null ? null : instant(rung));
  }

  @Test
  void nothing_is_submitted_twice() {
    submitted("noise").by(RESIDENT, Scene.submit("noise")).refused("already-submitted");
  }
}
