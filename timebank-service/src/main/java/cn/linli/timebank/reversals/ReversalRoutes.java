package cn.linli.timebank.reversals;

import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.BANK_CLERK;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Lines;
import cn.linli.timebank.casework.ReversalCases;
import cn.linli.timebank.desk.DeskPart;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Reversal;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReversalRoutes {

  private static final Roles CLERKS = Roles.by(BANK_CLERK);
  private static final Roles READERS = Roles.by(BANK_CLERK, AUDITOR);

  @Bean
  ReversalCases reversalCases() {
    return new ReversalCases();
  }

  @Bean
  CaseStates<Reversal> reversalStates(MongoDatabase database, Kinds kinds, ReversalCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  DeskPart reversalsToConfirm(CaseStates<Reversal> states) {
    return new ToConfirm(states);
  }

  @Bean
  RouteTable reversals(
      Web web,
      Banking banking,
      Lines lines,
      CaseStates<Account> accounts,
      CaseStates<Reversal> states,
      Vault vault) {
    var reversing = new Reversing(banking, lines, accounts, vault);
    var shown = new ReversalShown(states, vault);
    return Routes.under("/api/v1/bank/reversals", web)
        .resource(ReversalReply.class, shown)
        .postWithKey("/{id}/confirm", NoBody.class, CLERKS, reversing::confirm)
        .about("A second person takes the line back; of an order elsewhere, one of those who gave.")
        .postWithKey("/{id}/reject", Bodies.Reason.class, CLERKS, reversing::reject)
        .about("The line stays; what was set aside is free again.")
        .get("/{id}", ReversalReply.class, READERS, shown::one)
        .about("One correction, by the id of its line.")
        .list("", ReversalReply.class, READERS, List.of("division"), shown::page)
        .about("Corrections of a place, in the order they were asked for.")
        .build();
  }

  /** Asked for by the line; what comes of it lies under {@code /reversals}. */
  @Bean
  RouteTable entries(
      Web web,
      Banking banking,
      Lines lines,
      CaseStates<Account> accounts,
      CaseStates<Reversal> states,
      Vault vault) {
    var reversing = new Reversing(banking, lines, accounts, vault);
    var shown = new ReversalShown(states, vault);
    return Routes.under("/api/v1/bank/entries", web)
        .resource(ReversalReply.class, shown)
        .postWithKey("/{id}/reverse", Bodies.Reason.class, CLERKS, reversing::reverse)
        .about("Asks to take a line back: sets it aside until a second person confirms.")
        .get("/{id}", ReversalReply.class, READERS, shown::one)
        .about("What became of taking a line back.")
        .build();
  }
}
