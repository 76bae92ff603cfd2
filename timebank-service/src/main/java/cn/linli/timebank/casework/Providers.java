package cn.linli.timebank.casework;

import cn.linli.events.timebank.RewardProvider;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.timebank.domain.teams.Team;
import cn.linli.timebank.domain.units.Unit;
import cn.linli.timebank.ledger.Account;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who gives what stands in a catalogue: somebody with a passbook, a team, a unit. */
public final class Providers {

  private final CaseStates<Account> accounts;
  private final CaseStates<Team> teams;
  private final CaseStates<Unit> units;

  public Providers(CaseStates<Account> accounts, CaseStates<Team> teams, CaseStates<Unit> units) {
    this.accounts = accounts;
    this.teams = teams;
    this.units = units;
  }

  /** Whether the caller is one of the provider's people today. */
  public boolean isOf(Caller caller, @Nullable RewardProvider provider) {
    if (provider == null) {
      return false;
    }
    return switch (provider.kind()) {
      case ACCOUNT ->
          accounts.find(accounts.stream(provider.id())).filter(it -> is(caller, it)).isPresent();
      case TEAM ->
          teams
              .find(teams.stream(provider.id()))
              .map(Stored::state)
              .filter(it -> it.exists() && it.open())
              .filter(it -> hasMember(it, caller))
              .isPresent();
      case UNIT ->
          units
              .find(units.stream(provider.id()))
              .map(Stored::state)
              .filter(it -> it.exists() && it.here() && it.isSpokenForBy(Actors.of(caller)))
              .isPresent();
    };
  }

  /** Where it belongs; empty: there is none, or it is there no more. */
  public Optional<String> home(RewardProvider provider) {
    return switch (provider.kind()) {
      case ACCOUNT ->
          accounts
              .find(accounts.stream(provider.id()))
              .map(Stored::state)
              .filter(Account::isOpen)
              .map(Account::division);
      case TEAM ->
          teams
              .find(teams.stream(provider.id()))
              .map(Stored::state)
              .filter(it -> it.exists() && it.open())
              .map(it -> it.what().division());
      case UNIT ->
          units
              .find(units.stream(provider.id()))
              .map(Stored::state)
              .filter(it -> it.exists() && it.here())
              .map(it -> it.what().community());
    };
  }

  private boolean hasMember(Team team, Caller caller) {
    return accounts.findAll(team.members().stream().map(AccountCases::stream).toList()).stream()
        .anyMatch(it -> is(caller, it));
  }

  private static boolean is(Caller caller, Stored<Account> stored) {
    return stored.state().isOpen() && stored.state().isSpokenForBy(caller.mark());
  }
}
