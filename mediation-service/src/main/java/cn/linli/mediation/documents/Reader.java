package cn.linli.mediation.documents;

import cn.linli.mediation.casework.Actors;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Party;
import cn.linli.platform.access.Caller;
import java.util.Set;
import java.util.function.Predicate;

/**
 * For whom papers are filled. Who is in the case reads names in clear: a paper without them is
 * worth nothing to a party. Who only looks after it reads them masked. A phone is masked for
 * everybody, and told to its own party and to who mediates alone.
 *
 * @param own parties that the reader speaks for
 */
public record Reader(View view, Predicate<Party> own) {

  /** In which part. */
  public enum View {
    MEDIATOR,
    PARTY,
    /** Looks after the case without being in it. */
    GUIDE,
    /** Takes claims over. */
    OTHER_BODY
  }

  /** {@code claimants}: numbers of the parties whose claims go there. */
  public static Reader otherBody(Set<String> claimants) {
    return new Reader(View.OTHER_BODY, party -> claimants.contains(party.no()));
  }

  public static Reader of(Dispute dispute, Caller caller) {
    Actor actor = Actors.of(caller);
    if (actor.handles(dispute)) {
      return new Reader(View.MEDIATOR, _ -> false);
    }
    boolean party = dispute.parties().stream().anyMatch(actor::speaksFor);
    return new Reader(party ? View.PARTY : View.GUIDE, actor::speaksFor);
  }

  boolean names() {
    return view != View.GUIDE;
  }

  boolean phone(Party party) {
    return view == View.MEDIATOR || view == View.PARTY && own.test(party);
  }

  /** What one party alone showed or said: who it is, who acts for it, what a visit found. */
  boolean ofOne(Party party) {
    return view == View.MEDIATOR || view == View.GUIDE || own.test(party);
  }

  /** What others said about the facts, to the mediators. */
  boolean inquiries() {
    return view == View.MEDIATOR || view == View.GUIDE;
  }
}
