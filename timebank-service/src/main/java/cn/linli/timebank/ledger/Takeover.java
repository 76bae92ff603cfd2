package cn.linli.timebank.ledger;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.GuardianRecorded;
import cn.linli.events.timebank.AccountEvent.OwnerBound;
import cn.linli.events.timebank.AccountEvent.PassbookTakenOver;
import cn.linli.events.timebank.AccountEvent.ReadinessRecorded;
import cn.linli.events.timebank.AccountEvent.RelationEnded;
import cn.linli.events.timebank.AccountEvent.RelationRecorded;
import cn.linli.events.timebank.AccountEvent.TimeGiven;
import cn.linli.events.timebank.RelationKind;
import cn.linli.events.timebank.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What of a passbook that is joined into another goes over besides its lines: whom its holder is
 * related to and answers for, whether they are insured and trained, and what it remembers of time
 * given. Its own relations stay on it as they were: they are history. Source: project decision.
 */
public final class Takeover {

  private Takeover() {}

  /**
   * What happens to the passbook that stays, before the lines.
   *
   * @param one that is closed
   * @param kept relatives of its holder whose passbooks are open
   * @param evidenceRef what shows that both are one person's
   */
  public static List<AccountEvent> into(
      Account one, Account other, List<Account> kept, String evidenceRef, Terms terms) {
    var events = new ArrayList<AccountEvent>();
    OwnerBound owner = Duplicate.bound(other, one);
    if (owner != null) {
      events.add(owner);
    }
    boolean insured = one.isInsured() || other.isInsured();
    boolean trained = one.isTrained() || other.isTrained();
    if (insured != other.isInsured() || trained != other.isTrained()) {
      events.add(new ReadinessRecorded(insured, trained));
    }
    if (other.relation(one.id()).isPresent()) {
      events.add(new RelationEnded(one.id()));
    }
    for (Account relative : kept) {
      RelationKind kind = closer(one, other, relative.id());
      if (!relative.id().equals(other.id()) && other.relation(relative.id()).orElse(null) != kind) {
        events.add(new RelationRecorded(relative.id(), kind, evidenceRef));
      }
    }
    if (!one.services().isEmpty() || one.remainder() != null || one.activeMonth() != null) {
      events.add(remembered(one, other, terms));
    }
    return events;
  }

  /** What happens to a relative's passbook; nothing on the one that stays. */
  public static List<AccountEvent> ofRelative(
      Account relative, Account one, Account other, String evidenceRef) {
    var events = new ArrayList<AccountEvent>();
    if (relative.id().equals(other.id())) {
      return events;
    }
    if (relative.relation(one.id()).isPresent()) {
      events.add(new RelationEnded(one.id()));
    }
    RelationKind kind = closer(one, other, relative.id());
    if (relative.relation(other.id()).orElse(null) != kind) {
      events.add(new RelationRecorded(other.id(), kind, evidenceRef));
    }
    return events;
  }

  /** Whoever answers for a minor does so by the passbook that stays, and with its token. */
  public static AccountEvent ofWard(Account one, Account other, String evidenceRef) {
    String mark = other.owner() == null ? one.owner() : other.owner();
    return new GuardianRecorded(other.id(), mark, evidenceRef);
  }

  /** How many relations there would be. */
  static long relations(Account one, Account other) {
    return Stream.of(one, other)
        .flatMap(each -> each.relatives().stream())
        .map(Relative::account)
        .filter(id -> !id.equals(one.id()) && !id.equals(other.id()))
        .distinct()
        .count();
  }

  /** Whole steps of what rounding had kept on either: they are booked at once. */
  static int credited(Account one, Account other, Terms terms) {
    int both = kept(one) + kept(other);
    return terms.remainderKept() ? both - both % terms.step() : 0;
  }

  private static PassbookTakenOver remembered(Account one, Account other, Terms terms) {
    return new PassbookTakenOver(
        one.id(),
        one.services().stream()
            .sorted(Comparator.comparingLong(Service::from))
            .map(it ->
                new TimeGiven(
                    Instant.ofEpochSecond(it.from()),
                    Instant.ofEpochSecond(it.until()),
                    it.minutes(),
                    it.ref()))
            .toList(),
        kept(one) + kept(other) - credited(one, other, terms),
        Stream.of(one.activeMonth(), other.activeMonth())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null));
  }

  /**
   * What ran over to the pool before is not told apart any more: a correction brings back only what
   * runs over from now on, and the rest is taken from the passbook.
   */
  static void evolve(Account was, Edit edit, PassbookTakenOver it, Instant at) {
    long oldest = at.minus(Duration.ofDays(Service.DAYS_MAX)).getEpochSecond();
    long line = was.balance(Unit.MINUTES).seq();
    var services = new ArrayList<>(was.services());
    for (TimeGiven given : it.services()) {
      if (given.until().getEpochSecond() > oldest) {
        services.add(
            new Service(
                given.from().getEpochSecond(),
                given.until().getEpochSecond(),
                given.minutes(),
                given.ref(),
                line));
      }
    }
    edit.services = services;
    edit.remainder = it.remainder() == 0 ? null : it.remainder();
    edit.activeMonth = it.activeMonth();
  }

  private static int kept(Account account) {
    return account.remainder() == null ? 0 : account.remainder();
  }

  /** Where both have it, the closer one counts. */
  private static RelationKind closer(Account one, Account other, String relative) {
    return Stream.of(one, other)
        .flatMap(each -> each.relation(relative).stream())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
