package cn.linli.events.timebank;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Service from resident to resident: needs {@code e:need:<id>}, offers {@code e:offer:<id>},
 * matches {@code e:match:<id>}. Saying no to a match has no consequence (志愿服务条例 §25).
 */
public sealed interface ExchangeEvent extends TimebankEvent {

  /**
   * @param account of who needs it
   * @param service code of the catalogue
   * @param minutes it may take, and what it may cost
   * @param wordsRef what it is about
   * @param audited whether the scheme asks for no audit; else it waits for one
   * @param fromPool the pool pays: the recipient is a priority elder
   */
  record NeedFiled(
      String need,
      String account,
      String division,
      String service,
      int minutes,
      Instant until,
      String wordsRef,
      boolean audited,
      boolean fromPool)
      implements ExchangeEvent {}

  /** {@code fromPool}: as the audit found it. */
  record NeedAudited(String need, boolean fromPool) implements ExchangeEvent {}

  record NeedRefused(String need, String code) implements ExchangeEvent {}

  /** By who filed it, or because nobody was found in time ({@code lapsed}). */
  record NeedWithdrawn(String need, String code) implements ExchangeEvent {}

  /** A match holds it. */
  record NeedTaken(String need, String match) implements ExchangeEvent {}

  /** The match came to nothing. */
  record NeedFreed(String need, String match) implements ExchangeEvent {}

  record NeedMet(String need, String match) implements ExchangeEvent {}

  /**
   * What somebody would do for others, until they withdraw it.
   *
   * @param services codes of the catalogue
   * @param wordsRef when and how
   */
  record OfferMade(
      String offer,
      String account,
      String division,
      List<String> services,
      @Nullable String wordsRef)
      implements ExchangeEvent {
    public OfferMade {
      services = List.copyOf(services);
    }
  }

  record OfferWithdrawn(String offer) implements ExchangeEvent {}

  /**
   * @param proposedBy provider · recipient · clerk: the others are asked
   * @param minutes as the need names them
   * @param until when it lapses if it was agreed and nobody has confirmed it; absent of those that
   *     were proposed before matches lapsed
   */
  record MatchProposed(
      String match,
      String need,
      @Nullable String offer,
      String provider,
      String recipient,
      String division,
      String service,
      int minutes,
      boolean fromPool,
      MatchSide proposedBy,
      @Nullable Instant until)
      implements ExchangeEvent {}

  /** With the last side's yes the minutes are held in the same commit. */
  record MatchAgreed(String match, MatchSide side, boolean both) implements ExchangeEvent {}

  record MatchDeclined(String match, MatchSide side) implements ExchangeEvent {}

  record MatchCancelled(String match, MatchSide side) implements ExchangeEvent {}

  /** Nobody confirmed it in time; a reaction gives back what it had taken. */
  record MatchLapsed(String match) implements ExchangeEvent {}

  /** The minutes held for a lapsed match, its room between two communities, and the need. */
  record MatchGivenBack(String match) implements ExchangeEvent {}

  /** It could not be given back; what stands in the way is named. */
  record MatchGiveBackDeclined(String match, String code) implements ExchangeEvent {}

  /** The provider says when it was done. */
  record ServiceDelivered(String match, Instant began, Instant ended) implements ExchangeEvent {}

  /** The minutes are paid in the same commit. */
  record DeliveryConfirmed(String match, String service, int minutes) implements ExchangeEvent {}
}
