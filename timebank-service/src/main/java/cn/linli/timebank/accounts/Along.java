package cn.linli.timebank.accounts;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.Bound;
import cn.linli.timebank.casework.Bound.Bindings;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Relative;
import cn.linli.timebank.ledger.Takeover;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What goes along when a passbook is joined into another. What there is, is read before the
 * decision; what becomes of it is decided on what stands then. Nothing of a passbook that is joined
 * already, or of one that would be joined into itself.
 *
 * @param relatives accounts of them
 * @param wards accounts of minors whose guardian the holder is
 */
record Along(
    String one, String into, List<String> relatives, List<String> wards, List<Bindings> bound) {

  static Along of(
      CaseStates<Account> accounts, List<Bound> parts, String one, String into, Instant now) {
    Account joined =
        accounts.find(AccountCases.stream(one)).map(Stored::state).orElse(Account.NONE);
    if (!joined.isOpen() || one.equals(into)) {
      return new Along(one, into, List.of(), List.of(), List.of());
    }
    return new Along(
        one,
        into,
        joined.relatives().stream().map(Relative::account).toList(),
        Listing.first(accounts, ListFields.of(AccountCases.KIND, one), Bound.MOVED_MAX).stream()
            .filter(it -> one.equals(it.state().guardian()))
            .map(Stored::id)
            .toList(),
        parts.stream().map(part -> part.of(one, into, now)).toList());
  }

  Set<String> running() {
    return bound.stream().flatMap(it -> it.running().stream()).collect(Collectors.toSet());
  }

  List<StreamId> streams() {
    return bound.stream().flatMap(it -> it.streams().stream()).distinct().toList();
  }

  /** Both, and all whose passbooks say something of the one. */
  List<String> accounts() {
    var all = new LinkedHashSet<String>(List.of(one));
    all.add(into);
    all.addAll(relatives);
    all.addAll(wards);
    return List.copyOf(all);
  }

  /** Whether somebody was recorded as a relative since this was read. */
  boolean isOutOfDate(Seen seen) {
    return !relatives.containsAll(
        seen.account(one).relatives().stream().map(Relative::account).toList());
  }

  /** In the commit that closes the one, before its lines. */
  List<Change> changes(Seen seen, String evidenceRef) {
    Account joined = seen.account(one);
    Account other = seen.account(into);
    List<Account> kin =
        relatives.stream()
            .filter(id -> joined.relation(id).isPresent())
            .map(seen::account)
            .filter(it -> it.status() != Account.Status.CLOSED)
            .toList();
    var changes = new ArrayList<Change>();
    changes.add(
        new Change(
            AccountCases.stream(into),
            Takeover.into(joined, other, kin, evidenceRef, seen.schemes().in(other.division()))));
    for (Account relative : kin) {
      changes.add(
          new Change(
              AccountCases.stream(relative.id()),
              Takeover.ofRelative(relative, joined, other, evidenceRef)));
    }
    for (String ward : wards) {
      if (one.equals(seen.account(ward).guardian())
          && seen.account(ward).status() != Account.Status.CLOSED) {
        changes.add(
            new Change(
                AccountCases.stream(ward), List.of(Takeover.ofWard(joined, other, evidenceRef))));
      }
    }
    bound.forEach(it -> changes.addAll(it.moving().changes(seen, evidenceRef)));
    changes.removeIf(it -> it.events().isEmpty());
    return changes;
  }
}
