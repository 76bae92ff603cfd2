package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.DESK;
import static cn.linli.petition.domain.Scene.DISTRICT;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.HEATING;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.STREET;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Kind;
import cn.linli.events.petition.LimitEvent.FoundComplex;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent.CoHandlersAdded;
import cn.linli.events.petition.PetitionEvent.Dispatched;
import cn.linli.events.petition.PetitionEvent.Reopened;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Urgency;
import cn.linli.petition.domain.PetitionCommand.Accept;
import cn.linli.petition.domain.PetitionCommand.AddCoHandlers;
import cn.linli.petition.domain.PetitionCommand.AskExtension;
import cn.linli.petition.domain.PetitionCommand.Dispatch;
import cn.linli.petition.domain.PetitionCommand.Reopen;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limit of matters for several bodies. Filed on Monday 2026-01-05 at 10:00. */
class ComplexTest {

  private static final AddCoHandlers WATER_HELPS = new AddCoHandlers(List.of("water-company"));
  private static final Dispatch AS_COMPLEX = new Dispatch("heating-company", null, true);

  /** 5 and 15 working days after the day it came in, to the end of the day. */
  private static final String USUAL = "2026-01-13T00:00";

  private static final String LONGER = "2026-01-27T00:00";

  private static Scene filed(String what) {
    return switch (what) {
      case "formal" -> submitted(it -> it.kind(Kind.APPEAL, Regime.FORMAL).division("370602003"));
      case "emergency" -> submitted(it -> it.urgency(Urgency.EMERGENCY));
      default -> submitted(what);
    };
  }

  private static Actor actor(String name) {
    return switch (name) {
      case "grid" -> GRID;
      case "street" -> STREET;
      case "district" -> DISTRICT;
      default -> DESK;
    };
  }

  @ParameterizedTest(name = "{0}: co-handlers called in by {1} at {2}: complex {3}")
  @CsvSource({
    "noise,     street,   2026-01-05T11:00, true",
    "noise,     desk,     2026-01-05T11:00, true",
    "noise,     grid,     2026-01-05T11:00, false", // the holder: nobody gives itself more time
    "noise,     street,   2026-01-14T11:00, false", // overdue stays overdue
    "heating,   district, 2026-01-05T11:00, false", // never slower
    "emergency, street,   2026-01-05T11:00, false",
    "formal,    district, 2026-01-05T11:00, false",
  })
  void co_handlers_make_it_a_matter_for_several(String what, String by, String at, boolean found) {
    Scene scene = filed(what);
    Actor actor = actor(by);
    if (at.startsWith("2026-01-14")) {
      scene.by(GRID, new Accept()).accepted(); // or it climbs until then, rung by rung
    }
    scene.at(at);
    scene.by(actor, WATER_HELPS);
    assertThat(scene.event(CoHandlersAdded.class).organisations()).containsExactly("water-company");
    assertThat(scene.events().stream().anyMatch(FoundComplex.class::isInstance)).isEqualTo(found);
    assertThat(Complex.is(scene.state())).isEqualTo(found);
  }

  @Test
  void its_answer_has_fifteen_days_from_when_it_came_in_and_says_why() {
    Scene scene = submitted("noise");
    assertThat(scene.state().time().deadlines().answerBy()).isEqualTo(instant(USUAL));

    scene.at("2026-01-06T10:00").by(STREET, WATER_HELPS);

    var found = scene.event(FoundComplex.class);
    assertThat(found.chosen()).isFalse();
    var deadlines = scene.state().time().deadlines();
    assertThat(deadlines).isEqualTo(found.deadlines());
    assertThat(deadlines.answerBy()).isEqualTo(instant(LONGER));
    assertThat(deadlines.basis()).isEqualTo("complex, domain rules §4.3");
    assertThat(scene.state().time().extensions()).isZero();
    scene
        .by(STREET, new AddCoHandlers(List.of("gas-company")))
        .then(new CoHandlersAdded(List.of("gas-company")));
  }

  @ParameterizedTest(name = "{0} dispatched as complex: {1}")
  @CsvSource({
    "noise,     ",
    "heating,   never-complex",
    "emergency, never-complex",
    "formal,    never-complex",
  })
  void a_dispatcher_says_so(String what, String refusal) {
    Scene scene = filed(what).by(what.equals("formal") ? DISTRICT : DESK, AS_COMPLEX);
    if (refusal != null) {
      scene.refused(refusal);
      return;
    }
    assertThat(scene.event(FoundComplex.class).chosen()).isTrue();
    assertThat(scene.event(Dispatched.class).deadlines().answerBy()).isEqualTo(instant(LONGER));
    assertThat(scene.state().unit().organisation()).isEqualTo("heating-company");
    scene.by(DESK, AS_COMPLEX).refused("already-there");
  }

  @Test
  void an_order_may_still_ask_for_it_earlier() {
    var due = instant("2026-01-20T17:00");
    var scene = submitted("noise").by(DESK, new Dispatch("heating-company", due, true));
    assertThat(scene.event(Dispatched.class).deadlines().answerBy()).isEqualTo(due);
    submitted("noise").by(DESK, new Dispatch("heating-company", due)).refused("due-after-limit");
  }

  @Test
  void overdue_is_not_made_good_by_a_class() {
    submitted("noise")
        .by(GRID, new Accept())
        .until("2026-01-14T10:00")
        .by(DESK, AS_COMPLEX)
        .refused("already-overdue");
  }

  @Test
  void it_is_extended_and_reopened_as_what_it_is() {
    var scene = submitted("noise").by(DESK, AS_COMPLEX).accepted();
    scene
        .by(HEATING, new AskExtension(instant("2026-02-10T12:00"), "reason"))
        .accepted()
        .by(HEATING, new Resolve(Outcome.SOLVED, "result"))
        .accepted()
        .by(RESIDENT, new Reopen("reason"));
    assertThat(scene.event(Reopened.class).deadlines().basis())
        .isEqualTo("complex, domain rules §4.3");
    scene.by(DESK, WATER_HELPS);
    assertThat(scene.events().stream().anyMatch(FoundComplex.class::isInstance)).isFalse();
  }
}
