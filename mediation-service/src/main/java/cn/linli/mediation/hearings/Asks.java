package cn.linli.mediation.hearings;

import cn.linli.mediation.casework.Acting.Brought;
import cn.linli.mediation.casework.Sealed;
import cn.linli.mediation.domain.DisputeCommand;
import cn.linli.mediation.domain.HearingCommand.*;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From bodies to commands: names and words go into the vault, numbers and codes on. */
final class Asks {

  private static final Pattern PARTY = Pattern.compile(Bodies.PARTY);
  private static final Pattern HELPER = Pattern.compile("helper-[0-9]{1,2}");

  private Asks() {}

  static DisputeCommand schedule(Bodies.Schedule body, Brought brought) {
    return new Schedule(body.at(), brought.seal(body.venue()), Boolean.TRUE.equals(body.open()));
  }

  static DisputeCommand reschedule(int session, Bodies.Reschedule body, Brought brought) {
    return new Reschedule(
        session,
        body.at(),
        brought.sealIfAny(body.venue()),
        body.open(),
        brought.seal(body.reason()));
  }

  static DisputeCommand notice(int session, Bodies.Notice body, Brought brought) {
    return body.mediator() == null
        ? new NoticeAsParty(brought.voice(body.party(), body.recordedOnBehalf()), session)
        : new NoticeAsMediator(session, body.mediator());
  }

  static DisputeCommand record(int session, Bodies.Record body, Brought brought) {
    List<Bodies.Attendee> there =
        body.attendance().stream().filter(it -> !Boolean.FALSE.equals(it.present())).toList();
    return new RecordSession(
        session,
        body.began(),
        body.ended(),
        there.stream()
            .filter(it -> PARTY.matcher(it.who()).matches())
            .map(it -> new PartyThere(it.who(), Boolean.TRUE.equals(it.representative())))
            .toList(),
        there.stream()
            .filter(it -> !PARTY.matcher(it.who()).matches() && !isHelper(it))
            .map(it -> new MediatorThere(it.who(), it.minutes()))
            .toList(),
        there.stream().filter(Asks::isHelper).map(Asks::number).toList(),
        body.listeners() == null ? 0 : body.listeners(),
        brought.seal(body.course()),
        brought.seal(body.result()));
  }

  private static boolean isHelper(Bodies.Attendee attendee) {
    return HELPER.matcher(attendee.who()).matches();
  }

  private static int number(Bodies.Attendee helper) {
    return Integer.parseInt(helper.who().substring("helper-".length()));
  }

  static DisputeCommand helper(Bodies.Helper body, Brought brought, Caller caller) {
    String nameRef = brought.sealRecord(new Sealed.HelperName(body.name()));
    return forParty(body.party(), body.recordedOnBehalf() != null, caller)
        ? new BringHelper(
            brought.voice(body.party(), body.recordedOnBehalf()), body.relation(), nameRef)
        : new ProposeHelper(body.relation(), nameRef);
  }

  static DisputeCommand answerHelper(int helper, Bodies.Answer body, Brought brought) {
    return new AnswerHelper(
        brought.voice(body.party(), body.recordedOnBehalf()), helper, body.given());
  }

  /** Not plain text: whatever opens texts one after the other never opens this. */
  static DisputeCommand caucus(Bodies.Caucus body, Brought brought) {
    return new HoldCaucus(body.party(), brought.sealRecord(new Sealed.CaucusNote(body.note())));
  }

  /** The same: an offer is read where it is shown as one, and nowhere else. */
  static DisputeCommand offer(Bodies.Offer body, Brought brought, Caller caller) {
    var offered =
        new Offered(
            body.inReplyTo(),
            body.revises(),
            brought.sealRecord(new Sealed.OfferText(body.content())));
    return forParty(body.party(), body.recordedOnBehalf() != null, caller)
        ? new MakeOffer(brought.voice(body.party(), body.recordedOnBehalf()), offered)
        : new Propose(offered);
  }

  static DisputeCommand draft(Bodies.Facts body, Brought brought) {
    return new DraftUndisputedFacts(brought.seal(body.content()));
  }

  static DisputeCommand answerFacts(Bodies.Answer body, Brought brought) {
    return new AnswerUndisputedFacts(
        brought.voice(body.party(), body.recordedOnBehalf()), body.given());
  }

  /** A mediator who names no party speaks for the mediators. */
  private static boolean forParty(@Nullable String party, boolean recorded, Caller caller) {
    return party != null
        || recorded
        || !caller.is(Role.MEDIATOR, Role.COMMITTEE_HEAD, Role.BUILDING_LEAD);
  }
}
