package cn.linli.timebank.ledger;

import cn.linli.events.WireName;
import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.RelationKind;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.decide.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One passbook. What has no value is not stored: a benchmark moves thousands a second.
 *
 * @param id of its stream; empty: not opened
 * @param kind null: not opened
 * @param division community it belongs to
 * @param holderRef who holds it, in the vault; null for a pool
 * @param owner keyed mark of whose calls are the holder's; null: only clerks act on it
 * @param guardian account of a minor's guardian
 * @param guardianMark keyed mark of whose calls are the guardian's, as long as the holder is a
 *     minor
 * @param adultFrom year in which a minor comes of age; null: of age
 * @param openedAt null: not opened
 * @param minutes null: never any
 * @param points null: never any
 * @param lots what of which month's income is left, oldest first
 * @param services of the last {@link Service#DAYS_MAX} days
 * @param spills what ran over to the pool in the time services are remembered, oldest first
 * @param spent number of the last line that spent minutes; null: none
 * @param remainder minutes kept by rounding; null: none
 * @param activeMonth year × 100 + month of the last time given that was booked
 * @param given away on the last day something was given
 * @param insured null: no
 * @param trained null: no
 * @param frozen null: not frozen
 * @param join asked for with another passbook; null: nobody did
 * @param joinedInto passbook of the same person that stayed; null: none
 * @param closed TRUE: nothing is booked any more
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Account(
    String id,
    @Nullable AccountKind kind,
    String division,
    @Nullable String holderRef,
    @Nullable String owner,
    @Nullable String guardian,
    @Nullable String guardianMark,
    @Nullable Integer adultFrom,
    @Nullable Instant openedAt,
    @Nullable Balance minutes,
    @Nullable Balance points,
    @Nullable List<Hold> holds,
    @Nullable List<Lot> lots,
    @Nullable List<Service> services,
    @Nullable List<Spill> spills,
    @Nullable Long spent,
    @Nullable Integer remainder,
    @Nullable Integer activeMonth,
    @Nullable Given given,
    @Nullable List<Relative> relatives,
    @Nullable Boolean insured,
    @Nullable Boolean trained,
    @Nullable Frozen frozen,
    Duplicate.@Nullable Join join,
    @Nullable String joinedInto,
    @Nullable Boolean closed) {

  public static final Account NONE =
      new Account(
          "", null, "", null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null, null, null, null, null);

  /** Keyed marks of all whose calls are the holder's, or a minor's guardian's. */
  public Set<String> speakers() {
    return Stream.of(owner, guardianMark).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  /**
   * Whether somebody's calls are the holder's, or a minor's guardian's.
   *
   * @param mark of who calls
   */
  public boolean isSpokenForBy(String mark) {
    return mark.equals(owner) || mark.equals(guardianMark);
  }

  /** Whether something can be booked. */
  public enum Status implements WireName {
    OPEN,
    FROZEN,
    CLOSED
  }

  public Account {
    holds = holds == null ? List.of() : List.copyOf(holds);
    lots = lots == null ? List.of() : List.copyOf(lots);
    services = services == null ? List.of() : List.copyOf(services);
    spills = spills == null ? List.of() : List.copyOf(spills);
    relatives = relatives == null ? List.of() : List.copyOf(relatives);
  }

  public boolean exists() {
    return kind != null;
  }

  public Status status() {
    if (Boolean.TRUE.equals(closed)) {
      return Status.CLOSED;
    }
    return frozen == null ? Status.OPEN : Status.FROZEN;
  }

  /** Why nothing is done with it now; null: it is open. */
  public @Nullable Refusal whyNotOpen() {
    if (!exists()) {
      return Refusal.of("account-unknown");
    }
    return switch (status()) {
      case OPEN -> null;
      case FROZEN -> Refusal.of("account-frozen", "account", id);
      case CLOSED -> Refusal.of("account-closed", "account", id);
    };
  }

  public boolean isOpen() {
    return exists() && status() == Status.OPEN;
  }

  public Balance balance(Unit unit) {
    Balance found = unit == Unit.MINUTES ? minutes : points;
    return found == null ? Balance.ZERO : found;
  }

  public Optional<Hold> hold(String id) {
    return holds.stream().filter(hold -> hold.id().equals(id)).findFirst();
  }

  /**
   * @param year of the day that is asked about
   */
  public boolean isMinor(int year) {
    return adultFrom != null && year < adultFrom;
  }

  public boolean isInsured() {
    return Boolean.TRUE.equals(insured);
  }

  public boolean isTrained() {
    return Boolean.TRUE.equals(trained);
  }

  /** How the holder of another account is related; empty: nobody recorded it. */
  public Optional<RelationKind> relation(String account) {
    return relatives.stream()
        .filter(relative -> relative.account().equals(account))
        .map(Relative::kind)
        .findFirst();
  }

  /** Pure: what an event makes of it. */
  public Account evolve(AccountEvent event, Instant at) {
    return Evolution.evolve(this, event, at);
  }
}
