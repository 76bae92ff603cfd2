package cn.linli.events.timebank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to one passbook, in its own stream. */
public sealed interface AccountEvent extends TimebankEvent {

  /**
   * @param account its id
   * @param division community it belongs to
   * @param holderRef who holds it, in the vault; absent for a pool
   * @param owner keyed mark of whose calls are the holder's; absent: only clerks act on it
   * @param guardian account of a minor's guardian
   * @param consentRef the guardian's consent as recorded
   * @param adultFrom year in which a minor comes of age; absent: of age
   */
  record AccountOpened(
      String account,
      AccountKind kind,
      String division,
      @Nullable String holderRef,
      @Nullable String owner,
      @Nullable String guardian,
      @Nullable String consentRef,
      @Nullable Integer adultFrom)
      implements AccountEvent {}

  /**
   * Who answers for a minor until they come of age.
   *
   * @param guardian account of the guardian
   * @param mark keyed mark of whose calls are the guardian's; absent: only clerks act for the minor
   * @param consentRef the guardian's consent as recorded
   */
  record GuardianRecorded(String guardian, @Nullable String mark, String consentRef)
      implements AccountEvent {}

  /**
   * The holder has a token now.
   *
   * @param owner keyed mark of whose calls are the holder's
   */
  record OwnerBound(String owner) implements AccountEvent {}

  /**
   * Two passbooks are said to be one person's; somebody else confirms it.
   *
   * @param into account that stays
   * @param by mark of who asks
   * @param evidenceRef what shows it
   * @param until when nobody may confirm it any more
   */
  record JoinProposed(String into, String by, String evidenceRef, Instant until)
      implements AccountEvent {}

  /**
   * Another passbook of the same person is joined into this one: what it remembered of time given
   * counts here from now on, so that nothing earns twice and late corrections find it.
   *
   * @param from the other account, closed in the same commit
   * @param services given in the last days, oldest first
   * @param remainder minutes kept by rounding, on both together
   * @param activeMonth year × 100 + month of the last time given that was booked on either; absent:
   *     never any
   */
  record PassbookTakenOver(
      String from, List<TimeGiven> services, int remainder, @Nullable Integer activeMonth)
      implements AccountEvent {
    public PassbookTakenOver {
      services = List.copyOf(services);
    }
  }

  /** As {@link Served} told it of the other account. */
  record TimeGiven(Instant from, Instant until, int minutes, @Nullable String ref) {}

  /** From this year on nobody else speaks for the holder. */
  record CameOfAge(int year) implements AccountEvent {}

  /**
   * One line of the passbook. It is chained to the line before in its unit: {@code hash} is SHA-256
   * over (hash before, account, number, unit, amount, counter, instant, ref, reason, service),
   * joined by newlines; before the first line stand 64 zeros.
   *
   * @param entry {@code <account>-<m|p>-<number in the unit>}
   * @param amount booked, positive or negative, never 0
   * @param balance after this line
   * @param held of the balance, after this line
   * @param counter {@code a:<account>}, or a system account with a division: {@code issue:<code>},
   *     {@code expired:<code>}, {@code donated:<code>}, {@code clearing:<code>-<code>}
   * @param ref what it was booked for: id of an activity, an order, a deed, an entry
   * @param service code of the service given
   * @param expires last day on which what was booked may be spent; absent: it stays
   * @param firstOfMonth true for the holder's first time given that is booked in a month, to
   *     whomever; absent: no
   */
  record Posted(
      String entry,
      Unit unit,
      long amount,
      long balance,
      long held,
      String counter,
      Reason reason,
      @Nullable String ref,
      String hash,
      @Nullable String service,
      @Nullable LocalDate expires,
      @Nullable Boolean firstOfMonth)
      implements AccountEvent {}

  /**
   * Some of the balance is set aside.
   *
   * @param until when it ends by itself at the latest
   * @param held of the balance, after this
   */
  record Held(
      String hold,
      Unit unit,
      long amount,
      HoldPurpose purpose,
      String ref,
      Instant until,
      long held)
      implements AccountEvent {}

  /** A hold served its purpose: the lines that it was for follow. {@code held}: after this. */
  record HoldSettled(String hold, Unit unit, long amount, long held) implements AccountEvent {}

  /** A hold ended without a line. {@code cause}: code; {@code held}: after this. */
  record HoldReleased(String hold, Unit unit, long amount, String cause, long held)
      implements AccountEvent {}

  /**
   * Somebody served. No other service of the same person may overlap.
   *
   * @param minutes credited: after the caps and rounded as the community does
   * @param remainder minutes kept for the next time, where the community keeps them
   */
  record Served(
      Instant from,
      Instant until,
      int minutes,
      int remainder,
      @Nullable String ref,
      @Nullable String service)
      implements AccountEvent {}

  /**
   * A service turned out to be another: its time is free again.
   *
   * @param ref of the service
   * @param remainder minutes kept by rounding, after this
   */
  record ServiceTakenBack(String ref, int remainder) implements AccountEvent {}

  /** A clerk saw evidence that two holders are related. */
  record RelationRecorded(String account, RelationKind kind, String evidenceRef)
      implements AccountEvent {}

  record RelationEnded(String account) implements AccountEvent {}

  /** Insurance and training, as far as risky work asks for them (志愿服务条例 §15, §17). */
  record ReadinessRecorded(boolean insured, boolean trained) implements AccountEvent {}

  /**
   * @param heirsUntil by when relatives may ask for what is left; absent: nobody inherits
   */
  record AccountFrozen(FreezeCause cause, String reasonRef, @Nullable Instant heirsUntil)
      implements AccountEvent {}

  record AccountUnfrozen(String reasonRef) implements AccountEvent {}

  /** Nobody asked in time: what is left goes to the pool. */
  record SuccessionLapsed(String pool) implements AccountEvent {}

  /** What is left could not go to the pool. {@code code}: why. */
  record SuccessionDeclined(String code) implements AccountEvent {}

  /** {@code heir}: account that got what was left. */
  record AccountClosed(@Nullable String heir) implements AccountEvent {}

  /** Some of the balance expires soon: said once, in time. */
  record ExpiryNoticed(Unit unit, long amount, LocalDate expires) implements AccountEvent {}

  /** What should have expired is set aside for something: it is looked at again. */
  record ExpiryPostponed(Unit unit, LocalDate expires, LocalDate until) implements AccountEvent {}
}
