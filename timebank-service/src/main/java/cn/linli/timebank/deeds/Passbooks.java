package cn.linli.timebank.deeds;

import cn.linli.events.timebank.AccountKind;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.domain.deeds.Passbook;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Relative;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose points a matter is about, read with the decision. */
final class Passbooks {

  /** One's own and those of one's wards. */
  private static final int OF_ONE_MARK_MAX = 100;

  private final CaseStates<Account> accounts;

  Passbooks(CaseStates<Account> accounts) {
    this.accounts = accounts;
  }

  Passbook of(String id) {
    Account account =
        accounts
            .find(AccountCases.stream(id))
            .map(CaseStates.Stored::state)
            .filter(Account::exists)
            .orElseThrow(() -> new ProblemException(Problem.of(422, "account-unknown")));
    return new Passbook(
        id,
        account.division(),
        account.speakers(),
        accounts
            .findAll(
                holders(account)
                    .flatMap(it -> it.relatives().stream())
                    .map(Relative::account)
                    .distinct()
                    .map(AccountCases::stream)
                    .toList())
            .stream()
            .map(it -> it.state().owner())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()),
        account.isOpen()
            && (account.kind() == AccountKind.PERSON || account.kind() == AccountKind.HOUSEHOLD));
  }

  /** Relatives are recorded with a person: those of who runs a household are the household's. */
  private Stream<Account> holders(Account account) {
    return account.kind() == AccountKind.HOUSEHOLD && account.owner() != null
        ? Listing.first(
                accounts, ListFields.of(AccountCases.KIND, account.owner()), OF_ONE_MARK_MAX)
            .stream()
            .map(CaseStates.Stored::state)
            .filter(it -> account.owner().equals(it.owner()))
        : Stream.of(account);
  }
}
