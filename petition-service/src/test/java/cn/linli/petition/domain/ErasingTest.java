package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.COMMUNITY;
import static cn.linli.petition.domain.Scene.DESK;
import static cn.linli.petition.domain.Scene.DISTRICT;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.ErasureEvent.Ground;
import cn.linli.events.petition.ErasureEvent.PersonErased;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent.Noted;
import cn.linli.events.petition.Regime;
import cn.linli.petition.domain.ErasureCommand.Erase;
import cn.linli.petition.domain.PetitionCommand.Close;
import cn.linli.petition.domain.PetitionCommand.Reopen;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import cn.linli.petition.domain.PetitionCommand.Visit;
import cn.linli.petition.domain.PetitionCommand.Withdraw;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErasingTest {

  private static final Actor ADMIN = Scene.staff("admin", "370602");
  private static final int MONTHS = 12;

  private static Erase erase(Ground ground, boolean byOfficer) {
    return new Erase(ground, byOfficer, MONTHS);
  }

  /** In the hotline and in the formal regime: at work, answered, closed 2026-01-05, withdrawn. */
  private static Scene scene(String regime, String stage) {
    boolean formal = regime.equals("formal");
    Actor holder = formal ? DISTRICT : GRID;
    Scene scene =
        formal
            ? submitted(it -> it.kind(Kind.APPEAL, Regime.FORMAL).division("370602"))
            : submitted("noise");
    if (stage.equals("open")) {
      return scene;
    }
    if (stage.equals("withdrawn")) {
      return scene.by(RESIDENT, new Withdraw()).accepted();
    }
    scene
        .by(holder, formal ? FormalScene.OPINION : new Resolve(Outcome.SOLVED, "result"))
        .accepted();
    return stage.equals("resolved")
        ? scene
        : scene
            .by(DESK, new Visit(true, true, Answer.YES, true, 5, null))
            .by(formal ? DISTRICT : COMMUNITY, new Close(null))
            .accepted();
  }

  @ParameterizedTest(name = "{0} {1}, {2} by officer {3}, at {4}: {5}")
  @CsvSource({
    "hotline, open,      request,        false, 2026-01-05T10:00, still-needed",
    "hotline, open,      request,        true,  2026-01-05T10:00, still-needed",
    "hotline, open,      retention-over, true,  2026-01-05T10:00, still-needed",
    "hotline, open,      unlawful,       true,  2026-01-05T10:00, ",
    "hotline, open,      unlawful,       false, 2026-01-05T10:00, ground-for-officers",
    "hotline, resolved,  request,        false, 2026-01-05T10:00, ",
    "hotline, closed,    request,        false, 2026-01-05T10:00, ",
    "hotline, closed,    request,        true,  2026-01-05T10:00, ",
    "hotline, withdrawn, request,        false, 2026-01-05T10:00, ",
    "hotline, closed,    retention-over, false, 2027-01-05T10:00, ground-for-officers",
    "hotline, closed,    retention-over, true,  2027-01-05T09:59, kept-by-law",
    "hotline, closed,    retention-over, true,  2027-01-05T10:00, ",
    "formal,  closed,    request,        false, 2027-01-05T09:59, kept-by-law",
    "formal,  closed,    request,        false, 2027-01-05T10:00, ",
    "formal,  closed,    unlawful,       true,  2026-01-05T10:00, ",
    "formal,  withdrawn, request,        true,  2026-01-05T10:00, kept-by-law",
  })
  void who_may_erase_what_and_when(
      String regime, String stage, String ground, boolean officer, String at, String refusal) {
    var asks = erase(Ground.valueOf(ground.toUpperCase().replace('-', '_')), officer);
    Scene scene = scene(regime, stage).at(at);
    scene.by(officer ? ADMIN : RESIDENT, asks);
    if (refusal == null) {
      scene.then(new PersonErased(asks.ground(), List.of("content", "contact"), List.of()));
    } else {
      scene.refused(refusal);
    }
  }

  @Test
  void only_the_petitioner_or_an_officer_asks() {
    var other = new Actor("resident@370602003006#li", null, false, false);
    scene("hotline", "closed").by(other, erase(Ground.REQUEST, false)).refused("not-your-petition");
  }

  @Test
  void a_second_time_is_noted_and_nobody_reopens_what_is_gone() {
    var scene = scene("hotline", "closed").by(RESIDENT, erase(Ground.REQUEST, false));
    assertThat(scene.state().filed().erasedAt()).isEqualTo(scene.now());
    assertThat(scene.state().filed().sketch()).isNull();
    assertThat(scene.state().status()).isEqualTo(Status.CLOSED);
    scene
        .by(RESIDENT, erase(Ground.REQUEST, false))
        .then(new Noted("erasure"))
        .by(RESIDENT, new Reopen("reason"))
        .refused("erased");
  }
}
