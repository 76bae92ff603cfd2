package cn.linli.timebank.statements;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.BANK_CLERK;
import static cn.linli.platform.access.Role.RESIDENT;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.journal.History;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Download;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.HolderNames;
import cn.linli.timebank.casework.Places;
import cn.linli.timebank.ledger.Account;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StatementRoutes {

  private static final Roles READERS = Roles.by(RESIDENT, BANK_CLERK, AUDITOR, ADMIN);
  private static final List<String> PERIOD = List.of("from", "to");

  @Bean
  StatementBook statementBook(History history) {
    return new StatementBook(history);
  }

  @Bean
  HolderNames holderNames(Vault vault) {
    return new HolderNames(vault);
  }

  @Bean
  Places paperPlaces(Divisions divisions) {
    return new Places(divisions);
  }

  @Bean
  RouteTable statements(
      Web web,
      CaseStates<Account> accounts,
      StatementBook book,
      HolderNames holders,
      Places places) {
    var statements = new Statements(accounts, book, holders, places);
    return Routes.under("/api/v1/bank/accounts", web)
        .get("/{id}/statement.pdf", Download.class, READERS, PERIOD, statements::pdf)
        .about("What happened to a passbook in a period, to print.")
        .get("/{id}/statement.csv", Download.class, READERS, PERIOD, statements::csv)
        .about("The same as a table, with all that the hashes are computed from.")
        .build();
  }
}
