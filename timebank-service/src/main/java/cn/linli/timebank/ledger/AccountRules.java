package cn.linli.timebank.ledger;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.AccountFrozen;
import cn.linli.events.timebank.AccountEvent.AccountOpened;
import cn.linli.events.timebank.AccountEvent.AccountUnfrozen;
import cn.linli.events.timebank.AccountEvent.GuardianRecorded;
import cn.linli.events.timebank.AccountEvent.OwnerBound;
import cn.linli.events.timebank.AccountEvent.RelationEnded;
import cn.linli.events.timebank.AccountEvent.RelationRecorded;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.FreezeCause;
import cn.linli.events.timebank.RelationKind;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may have a passbook, and when nothing moves on it. */
public final class AccountRules {

  /** From when on somebody acts alone (民法典 §17–18). */
  static final int ADULT_YEARS = 18;

  private AccountRules() {}

  /**
   * What is asked for a new account.
   *
   * @param id of its stream
   * @param birthYear null: of age
   * @param openedBy mark of a resident who opens it; null: a clerk does
   * @param guardian id of the guardian's account; {@code guardianAccount}: the account itself
   */
  public record Opening(
      String id,
      AccountKind kind,
      String division,
      String holderRef,
      @Nullable String owner,
      @Nullable String openedBy,
      @Nullable Integer birthYear,
      @Nullable String guardian,
      Account guardianAccount,
      @Nullable String consentRef) {}

  /** Minors need a guardian with an account, and the guardian's recorded consent (rules §0.10). */
  public static Decision<AccountEvent> open(Account account, Opening it, Instant at) {
    if (account.exists()) {
      return refuse("account-known", "account", it.id());
    }
    int year = WorkCalendar.dayOf(at).getYear();
    if (it.birthYear() != null && it.birthYear() > year) {
      return refuse("born-in-future");
    }
    Integer adultFrom = it.birthYear() == null ? null : it.birthYear() + ADULT_YEARS;
    boolean minor = adultFrom != null && year < adultFrom;
    if (minor && it.kind() != AccountKind.PERSON) {
      return refuse("minor-not-alone");
    }
    if (minor && (it.guardian() == null || it.consentRef() == null)) {
      return refuse("guardian-missing");
    }
    if (it.guardian() != null && !canBeGuardian(it.guardianAccount(), year)) {
      return refuse("guardian-unfit");
    }
    if (it.guardian() != null
        && it.openedBy() != null
        && !it.guardianAccount().isSpokenForBy(it.openedBy())) {
      return refuse("not-yourself");
    }
    var opened =
        new AccountOpened(
            it.id(),
            it.kind(),
            it.division(),
            it.holderRef(),
            it.owner(),
            minor ? it.guardian() : null,
            minor ? it.consentRef() : null,
            minor ? adultFrom : null);
    return minor
        ? accept(List.of(opened, guardian(it.guardian(), it.guardianAccount(), it.consentRef())))
        : accept(opened);
  }

  /** Whoever was known by their phone at the counter has a token now, as a clerk saw. */
  public static Decision<AccountEvent> bind(Account account, String owner) {
    return account.isOpen() && account.owner() == null
        ? accept(new OwnerBound(owner))
        : refuse("account-known", "account", account.id());
  }

  private static AccountEvent guardian(String guardian, Account account, String consentRef) {
    return new GuardianRecorded(guardian, account.owner(), consentRef);
  }

  /** Another guardian, or the same with a token of their own now; as long as it is a minor's. */
  public static Decision<AccountEvent> guard(
      Account account, String guardian, Account guardianAccount, String consentRef, Instant at) {
    int year = WorkCalendar.dayOf(at).getYear();
    Refusal shut = account.whyNotOpen();
    if (shut != null) {
      return refuse(shut);
    }
    if (!account.isMinor(year)) {
      return refuse("not-a-minor");
    }
    return canBeGuardian(guardianAccount, year)
        ? accept(guardian(guardian, guardianAccount, consentRef))
        : refuse("guardian-unfit");
  }

  private static boolean canBeGuardian(Account guardian, int year) {
    return guardian.isOpen() && guardian.kind() == AccountKind.PERSON && !guardian.isMinor(year);
  }

  /**
   * One side of a relation.
   *
   * @param other id of the other account
   */
  public static Decision<AccountEvent> relate(
      Account account, String other, RelationKind kind, String evidenceRef) {
    Refusal shut = account.whyNotOpen();
    if (shut != null) {
      return refuse(shut);
    }
    if (account.kind() != AccountKind.PERSON || account.id().equals(other)) {
      return refuse("no-relative");
    }
    if (account.relatives().size() >= Relative.COUNT_MAX) {
      return refuse("too-many-relatives", "limit", Relative.COUNT_MAX);
    }
    return account.relation(other).filter(kind::equals).isPresent()
        ? refuse("already-related")
        : accept(new RelationRecorded(other, kind, evidenceRef));
  }

  public static Decision<AccountEvent> unrelate(Account account, String other) {
    return account.relation(other).isEmpty()
        ? refuse("relation-not-recorded")
        : accept(new RelationEnded(other));
  }

  /**
   * @param successionMonths how long relatives may ask; 0: what is left goes to the pool at once
   */
  public static Decision<AccountEvent> freeze(
      Account account, FreezeCause cause, String reasonRef, int successionMonths, Instant at) {
    if (account.kind() == AccountKind.POOL) {
      return refuse("account-unknown");
    }
    Refusal shut = account.whyNotOpen();
    if (shut != null) {
      return refuse(shut);
    }
    Instant heirsUntil =
        WorkCalendar.startOfDay(WorkCalendar.dayOf(at).plusMonths(successionMonths).plusDays(1));
    return accept(new AccountFrozen(cause, reasonRef, cause.isForGood() ? heirsUntil : null));
  }

  public static Decision<AccountEvent> unfreeze(Account account, String reasonRef) {
    return account.status() == Account.Status.FROZEN
        ? accept(new AccountUnfrozen(reasonRef))
        : refuse("not-frozen");
  }
}
