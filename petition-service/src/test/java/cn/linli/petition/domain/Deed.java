package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.instant;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.CallAnswer;
import cn.linli.events.petition.Entry;
import cn.linli.events.petition.ErasureEvent.Ground;
import cn.linli.events.petition.EvidenceEvent;
import cn.linli.events.petition.NoticeKind;
import cn.linli.events.petition.NoticeWay;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.WhistleCase;
import cn.linli.petition.domain.BuildingWhistleCommand.*;
import cn.linli.petition.domain.PetitionCommand.*;
import cn.linli.petition.domain.WhistleCommand.*;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of each thing that may be asked of a request that is there.
 *
 * @param path as in the route {@code /api/v1/petitions/{id}/<path>}
 * @param variant which of several; empty: the only one
 * @param command null where two requests are decided on together
 * @param recorded somebody else writes it down, with evidence
 */
record Deed(
    String path, String variant, @Nullable PetitionCommand command, Act act, boolean recorded) {

  /** A decision about one request. */
  interface Act {
    Decision<PetitionEvent> decide(Petition petition, Facts facts);
  }

  /** What the service does of its own accord: on no route. */
  static final String BY_SERVICE = "service/";

  /** Somebody else's request on the same matter, still worked on. */
  private static final Petition MAIN =
      Scene.submitted("noise").by(Scene.GRID, new Accept()).accepted().state();

  static final Blow BLOW =
      new Blow(
          "w1",
          WhistleCase.UNSOLVABLE,
          List.of(new Wanted("heating-company", null)),
          "heating-company",
          "reason");

  static final ReferralCommand.ReferToMediation REFER =
      new ReferralCommand.ReferToMediation("r1", 2, true, "parties");
  static final ReferralCommand.OfferToVolunteers OFFER =
      new ReferralCommand.OfferToVolunteers("r1", "snow-clearing", 60, 5);
  static final ReferralCommand.Settled SETTLED =
      new ReferralCommand.Settled("r1", "d1", Outcome.SOLVED);
  private static final Instant ENDS_AT = instant("2026-02-05T00:00");

  private static final Rate RATE = new Rate(true, Answer.NO, false, 1, null);

  static final List<Deed> ALL =
      List.of(
          deed("relocate", new Relocate("370602003006002")),
          deed("accept", new Accept()),
          deed("reject", new Reject("not-ours", "reason", "court")),
          deed("contact", new Contact("note")),
          deed("progress", new Progress(Entry.HOME_VISIT, "note")),
          new Deed("progress", "with a file", null, Deed::progressWithFile, false),
          deed("dispatch", "to a department", new Dispatch("heating-company", null)),
          deed("dispatch", "to the street", new Dispatch("370602003", null)),
          deed("dispatch", "to nobody known", new Dispatch(null, null)),
          deed("co-handlers", new AddCoHandlers(List.of("gas-company"))),
          deed("return", new AskReturn("reason", true)),
          deed("return/decide", "granted", new DecideReturn(true, null, false)),
          deed("return/decide", "refused", new DecideReturn(false, null, false)),
          deed("escalate", new Escalate("reason")),
          deed("send-back", new SendBack("reason")),
          deed("transfer", FormalScene.TO_HEATING),
          deed("notice", "of receipt", FormalScene.RECEIPT),
          new Deed("notice", "of the answer", null, Deed::served, false),
          deed("opinion", FormalScene.OPINION),
          deed("review-request", "review", FormalScene.REVIEW),
          deed("review-request", "re-review", FormalScene.RE_REVIEW),
          deed("hearing", FormalScene.HEARING),
          deed("review/decide", FormalScene.UPHELD),
          deed("recuse", new FormalCommand.Recuse("reason")),
          deed("call", new CallStreet("reason")),
          deed("call/answer", "whistle", new AnswerCall(CallAnswer.WHISTLE, null)),
          deed("call/answer", "handle", new AnswerCall(CallAnswer.HANDLE, null)),
          deed("call/answer", "decline", new AnswerCall(CallAnswer.DECLINE, "reason")),
          deed("whistle", BLOW),
          deed("whistles/{w}/check-in", new CheckIn("w1")),
          deed("whistles/{w}/decline", new DeclineWhistle("w1", "reason")),
          deed("whistles/{w}/report", new Report("w1", "result")),
          deed("whistles/{w}/score", "the department", new Score("w1", "heating-company", null, 5)),
          deed("whistles/{w}/score", "the street", new Score("w1", null, "370602003", 5)),
          deed("whistles/{w}/close", new CloseWhistle("w1")),
          deed("building-whistle", new Raise("b1", "need")),
          deed("building-whistles/{w}/claim", new Claim("b1")),
          deed("building-whistles/{w}/done", new Finish("b1")),
          deed("deliberate", DeliberationTest.RAISE),
          deed("meeting", DeliberationTest.MEET),
          deed("consult", DeliberationTest.CONSULT),
          deed("act", new DeliberationCommand.Act("370602003006", "task", null)),
          deed("review", DeliberationTest.REVIEW),
          recorded("review", new DeliberationCommand.Review(4, true, "comment")),
          deed("refer-to-mediation", REFER),
          deed("offer-to-volunteers", OFFER),
          deed(BY_SERVICE + "taken", new ReferralCommand.Taken("r1", "d1", ENDS_AT)),
          deed(BY_SERVICE + "given back", new ReferralCommand.Returned("r1", "failed")),
          deed(BY_SERVICE + "settled", SETTLED),
          deed(BY_SERVICE + "broken", new ReferralCommand.Broken("r1", "d1")),
          deed("resolve", new Resolve(Outcome.SOLVED, "result")),
          deed("visit", "reached", new Visit(true, true, Answer.YES, true, 5, null)),
          deed("visit", "in vain", new Visit(false, null, null, null, null, null)),
          deed("rate", RATE),
          recorded("rate", RATE),
          deed("rate", "answer to the main one", new KinCommand.RateMerged(RATE, true)),
          deed("thanks", new Thank("letter")),
          deed("reinspect", "good", new BatchCommand.Reinspect(true, null, "note")),
          deed(
              "reinspect",
              "failed",
              new BatchCommand.Reinspect(false, instant("2026-09-01T09:00"), "note")),
          deed("close", new Close(null)),
          deed("reopen", new Reopen("reason")),
          deed("withdraw", new Withdraw()),
          recorded("withdraw", new Withdraw()),
          deed("extend", "a week", new AskExtension(instant("2026-01-20T00:00"), "reason")),
          deed(
              "extend",
              "for several bodies",
              new AskExtension(instant("2026-02-02T00:00"), "reason")),
          deed("extend/decide", "granted", new DecideExtension(true)),
          deed("extend/decide", "refused", new DecideExtension(false)),
          deed("suspend", new AskSuspension(instant("2026-01-25T00:00"), "reason", "plan")),
          deed("suspend/decide", "granted", new DecideSuspension(true)),
          deed("suspend/decide", "refused", new DecideSuspension(false)),
          deed("resume", new Resume()),
          deed("remind", new Remind()),
          deed("supervise", new Supervise("listed", instant("2026-01-15T00:00"))),
          deed("tracking/comment", new Comment("note")),
          deed("tracking/attachments", new Attach(List.of("file"))),
          onNotice("notices/{notice}/delivered", NoticeCommand.MarkDelivered::new),
          onNotice("notices/{notice}/read", NoticeCommand.MarkRead::new),
          onNotice(BY_SERVICE + "sent", NoticeCommand.MarkSent::new),
          onNotice(BY_SERVICE + "failed", id -> new NoticeCommand.MarkFailed(id, "no-way", true)),
          deed(BY_SERVICE + "answer owed", new NoticeCommand.OweAnswer()),
          new Deed("merge", "", null, Deed::merge, false),
          new Deed("unmerge", "", null, Deed::unmerge, false),
          deed("erase", new ErasureCommand.Erase(Ground.REQUEST, false, 12)));

  /** About the latest message to the petitioner. */
  private static Deed onNotice(String path, Function<String, NoticeCommand> command) {
    Act act =
        (petition, facts) -> {
          var latest = Telling.notices(petition).latest();
          String id = latest.isEmpty() ? "none" : latest.getLast().id();
          return PetitionRules.decide(command.apply(id), petition, facts);
        };
    return new Deed(path, "", command.apply("none"), act, false);
  }

  static Deed named(String path) {
    return ALL.stream().filter(deed -> deed.path().equals(path)).findFirst().orElseThrow();
  }

  private static Deed deed(String path, PetitionCommand command) {
    return deed(path, "", command);
  }

  private static Deed deed(String path, String variant, PetitionCommand command) {
    return new Deed(path, variant, command, by(command), false);
  }

  private static Deed recorded(String path, PetitionCommand command) {
    return new Deed(path, "recorded for the petitioner", command, by(command), true);
  }

  private static Act by(PetitionCommand command) {
    return (petition, facts) -> PetitionRules.decide(command, petition, facts);
  }

  private static Decision<PetitionEvent> progressWithFile(Petition petition, Facts facts) {
    var progress = new Progress(Entry.RESULT, "note");
    return Evidence.with(
        PetitionRules.decide(progress, petition, facts),
        petition,
        EvidenceEvent.Act.PROGRESS,
        List.of("file-1"));
  }

  /** The petitioner has the answer in hand now. */
  private static Decision<PetitionEvent> served(Petition petition, Facts facts) {
    var notice =
        new FormalCommand.ServeNotice(NoticeKind.ANSWER, NoticeWay.IN_PERSON, facts.now(), null);
    return PetitionRules.decide(notice, petition, facts);
  }

  private static Decision<PetitionEvent> merge(Petition petition, Facts facts) {
    return Merging.objection("one", petition, "main", MAIN, facts)
        .map(Decision::<PetitionEvent>refuse)
        .orElseGet(
            () -> Decision.accept(Merging.merge("one", petition, "main", false, facts).ofMerged()));
  }

  private static Decision<PetitionEvent> unmerge(Petition petition, Facts facts) {
    return Merging.objectionToUndoing(petition, MAIN, facts)
        .map(Decision::<PetitionEvent>refuse)
        .orElseGet(() -> Decision.accept(Merging.undo("one", petition, facts).ofMerged()));
  }
}
