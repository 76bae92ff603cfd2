package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.CITY;
import static cn.linli.petition.domain.Scene.COMMUNITY;
import static cn.linli.petition.domain.Scene.DESK;
import static cn.linli.petition.domain.Scene.DISTRICT;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.HEATING;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.STREET;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.start;
import static cn.linli.petition.domain.Scene.submit;
import static cn.linli.petition.domain.Scene.submitted;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.Outcome;
import cn.linli.petition.domain.BuildingWhistleCommand.Raise;
import cn.linli.petition.domain.PetitionCommand.*;
import cn.linli.petition.domain.WhistleCommand.CallStreet;
import cn.linli.petition.domain.WhistleCommand.CheckIn;
import cn.linli.petition.domain.WhistleCommand.CloseWhistle;
import cn.linli.petition.domain.WhistleCommand.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request in every status, and in what else makes a difference; its grid holds it unless said.
 */
final class Scenes {

  private static final Resolve SOLVED = new Resolve(Outcome.SOLVED, "result");
  private static final Visit CONTENT = new Visit(true, true, Answer.YES, true, 5, null);

  private Scenes() {}

  static Map<String, Scene> all() {
    var scenes = new LinkedHashMap<String, Scene>();
    scenes.put("new", submitted("noise"));
    scenes.put(
        "a return was granted",
        dispatched()
            .by(HEATING, new AskReturn("reason", true))
            .by(STREET, new DecideReturn(true, null, false)));
    scenes.put("the heating company has it", dispatched());
    scenes.put("the community has it", submitted("noise").by(GRID, new Escalate("reason")));
    scenes.put("in hand", handling());
    scenes.put(
        "in hand, the petitioner is told",
        handling().by(Scene.CLOCK, Deed.named(Deed.BY_SERVICE + "sent").act()));
    scenes.put("a return is asked for", dispatched().by(HEATING, new AskReturn("reason", true)));
    scenes.put(
        "more time is asked for",
        handling().by(GRID, new AskExtension(instant("2026-02-02T00:00"), "reason")));
    scenes.put("a suspension is asked for", pausing());
    scenes.put("suspended", pausing().by(STREET, new DecideSuspension(true)));
    scenes.put("overdue", handling().until("2026-01-27T00:00"));
    scenes.put("the street is called", handling().by(COMMUNITY, new CallStreet("reason")));
    scenes.put("whistled", whistled());
    scenes.put("checked in", whistled().by(HEATING, new CheckIn("w1")));
    scenes.put("reported", reported());
    scenes.put("whistle closed", reported().by(STREET, new CloseWhistle("w1")));
    scenes.put("a building whistle", handling().by(GRID, new Raise("b1", "need")));
    scenes.put("raised", deliberating());
    scenes.put("met", deliberating().by(GRID, DeliberationTest.MEET));
    scenes.put("a task is taken", acted());
    scenes.put("with mediators", handling().by(GRID, Deed.REFER));
    scenes.put("with volunteers", handling().by(GRID, Deed.OFFER));
    scenes.put(
        "answered by a mediation", handling().by(GRID, Deed.REFER).by(Scene.CLOCK, Deed.SETTLED));
    scenes.put("answered", handling().by(GRID, SOLVED));
    scenes.put(
        "answered, deliberated on", acted().by(GRID, SOLVED).by(RESIDENT, DeliberationTest.REVIEW));
    scenes.put("visited", handling().by(GRID, SOLVED).by(DESK, CONTENT));
    scenes.put("an item of a batch", item());
    scenes.put("an inspected item", item().by(DESK, new BatchCommand.Reinspect(true, null, "n")));
    scenes.put("closed", closed());
    scenes.put("the window is over", closed().at("2026-03-01T10:00"));
    scenes.put("not ours", submitted("noise").by(GRID, new Reject("not-ours", "reason", "court")));
    scenes.put("taken back", handling().by(RESIDENT, new Withdraw()));
    scenes.put("merged", handling().by(COMMUNITY, Deed.named("merge").act()));
    scenes.put("formal", FormalScene.appeal());
    scenes.put("formal, in the street's hands", FormalScene.accepted());
    scenes.put("formal, answered", FormalScene.answered());
    scenes.put("formal, the answer is served", served());
    scenes.put("formal, a review is asked for", underReview());
    scenes.put("formal, reviewed", reviewed());
    scenes.put("formal, a re-review is asked for", underReReview());
    scenes.put("formal, reviewed again", terminated());
    scenes.values().forEach(Scene::accepted);
    return scenes;
  }

  private static Scene handling() {
    return submitted("noise")
        .by(STREET, new AddCoHandlers(List.of("water-company")))
        .accepted()
        .by(GRID, new Accept())
        .accepted();
  }

  private static Scene dispatched() {
    return submitted("noise").by(STREET, new Dispatch("heating-company", null)).accepted();
  }

  private static Scene pausing() {
    return handling()
        .by(GRID, new AskSuspension(instant("2026-01-25T00:00"), "reason", "plan"))
        .accepted();
  }

  private static Scene whistled() {
    return handling().by(STREET, Deed.BLOW).accepted();
  }

  private static Scene reported() {
    return whistled()
        .by(HEATING, new CheckIn("w1"))
        .by(HEATING, new Report("w1", "result"))
        .accepted();
  }

  private static Scene deliberating() {
    return handling().by(GRID, DeliberationTest.RAISE).accepted();
  }

  private static Scene acted() {
    return deliberating()
        .by(GRID, DeliberationTest.MEET)
        .by(GRID, DeliberationTest.CONSULT)
        .by(GRID, DeliberationTest.ACT)
        .accepted();
  }

  private static Scene item() {
    return start()
        .by(
            COMMUNITY,
            new BatchCommand.SubmitItem(
                submit("noise"), null, "batch", instant("2026-03-02T09:00")))
        .accepted()
        .by(GRID, SOLVED)
        .accepted();
  }

  private static Scene closed() {
    return handling().by(GRID, SOLVED).by(DESK, CONTENT).by(DESK, new Close(null)).accepted();
  }

  private static Scene served() {
    return FormalScene.answered()
        .at("2026-01-12T10:00")
        .by(STREET, FormalScene.answerReceived("2026-01-12T09:00"))
        .accepted();
  }

  private static Scene underReview() {
    return served().by(RESIDENT, FormalScene.REVIEW).accepted();
  }

  private static Scene reviewed() {
    return underReview()
        .at("2026-01-26T10:00")
        .by(DISTRICT, FormalScene.UPHELD)
        .accepted()
        .at("2026-01-27T10:00")
        .by(DISTRICT, FormalScene.answerReceived("2026-01-27T09:00"))
        .accepted();
  }

  private static Scene underReReview() {
    return reviewed().by(RESIDENT, FormalScene.RE_REVIEW).accepted();
  }

  private static Scene terminated() {
    return underReReview().at("2026-02-02T10:00").by(CITY, FormalScene.UPHELD).accepted();
  }
}
