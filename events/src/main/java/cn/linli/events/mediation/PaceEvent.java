package cn.linli.events.mediation;

import cn.linli.events.WireName;
import cn.linli.events.petition.ReferralOrigin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long a mediation may take, and what follows when its time is over. */
public sealed interface PaceEvent extends MediationEvent {

  /** Which rule gives the days (domain rules §5.2 and decision 5). */
  enum Basis implements WireName {
    /** 30 days from acceptance: 深圳矛盾纠纷多元化解条例 §25. */
    ORDINARY,
    /** 30 days from receipt, before the court files: 最高法特邀调解规定 §27. */
    COURT_APPOINTED,
    /** 15 days from receipt, ordinary procedure: the same. */
    COURT_ENTRUSTED,
    /** 7 days from receipt, summary procedure: the same. */
    COURT_ENTRUSTED_SUMMARY
  }

  /**
   * The clock runs. The request behind the dispute, if there is one, waits as long.
   *
   * @param from the instant days are counted from; the day itself does not count
   * @param mediateBy the last instant in time
   * @param rawDate the last day before it was rolled off a rest day
   * @param provisional counted over days that no published calendar covers
   * @param remindAt when the mediators are reminded
   */
  record LimitStarted(
      String dispute,
      @Nullable ReferralOrigin origin,
      Basis basis,
      Instant from,
      Instant mediateBy,
      LocalDate rawDate,
      boolean provisional,
      Instant remindAt)
      implements PaceEvent {}

  /**
   * A mediator signed a court's receipt: days are counted from then (特邀调解规定 §27).
   *
   * @param courtRef court and number of its case
   */
  record CourtReceiptSigned(Basis basis, Instant receivedAt, String courtRef)
      implements PaceEvent {}

  /** Time is nearly over. */
  record LimitReminded(Instant mediateBy) implements PaceEvent {}

  /**
   * Somebody asks all parties for more time.
   *
   * @param number of asking, from 1
   * @param reasonRef why
   */
  record LongerAsked(int number, Instant until, String reasonRef) implements PaceEvent {}

  /** A party agrees to more time or does not; one that does not settles it. */
  record LongerAnswered(int number, String party, boolean given) implements PaceEvent {}

  /** Every party agreed. */
  record LimitExtended(
      String dispute,
      @Nullable ReferralOrigin origin,
      int number,
      Instant from,
      Instant mediateBy,
      Instant remindAt)
      implements PaceEvent {}

  /** Time is over and nobody asked for more. */
  record TermOver(Instant mediateBy) implements PaceEvent {}

  /**
   * The parties are told what else they may do: never left out when a mediation ends without an
   * agreement (人民调解法 §26).
   *
   * @param pathways the nearest first
   * @param noteRef why it ended, in words; null where a code says it all
   */
  record RemediesTold(List<Pathway> pathways, @Nullable String noteRef) implements PaceEvent {
    public RemediesTold {
      pathways = List.copyOf(pathways);
    }
  }
}
