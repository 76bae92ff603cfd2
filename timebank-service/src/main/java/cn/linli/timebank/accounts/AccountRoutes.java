package cn.linli.timebank.accounts;

import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.BANK_CLERK;
import static cn.linli.platform.access.Role.CITY_OFFICER;
import static cn.linli.platform.access.Role.DISTRICT_OFFICER;
import static cn.linli.platform.access.Role.RESIDENT;
import static cn.linli.platform.access.Role.STREET_OFFICER;

import cn.linli.events.timebank.TimebankEvent;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.journal.History;
import cn.linli.platform.reaction.Reaction;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Bound;
import cn.linli.timebank.ledger.Account;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountRoutes {

  private static final Roles HOLDERS = Roles.by(RESIDENT, BANK_CLERK);
  private static final Roles CLERKS = Roles.by(BANK_CLERK);

  /** A clerk from the pool, an office into it. */
  private static final Roles GRANTING =
      Roles.by(BANK_CLERK, STREET_OFFICER, DISTRICT_OFFICER, CITY_OFFICER);

  @Bean
  Passbook passbook(CaseStates<Account> states, MongoDatabase database, Kinds kinds) {
    return new Passbook(states, new History(database, kinds), kinds);
  }

  @Bean
  AccountShown accountShown(CaseStates<Account> states, Passbook passbook, Vault vault) {
    return new AccountShown(states, passbook, vault);
  }

  @Bean
  Reaction<TimebankEvent> leftToThePool(Banking banking) {
    return new ToThePool(banking);
  }

  @Bean
  RouteTable accounts(
      Web web,
      AccountShown shown,
      Passbook passbook,
      Banking banking,
      Vault vault,
      KeyedHash hash,
      Divisions divisions,
      CaseStates<Account> states,
      List<Bound> bound) {
    var opening = new Opening(banking, vault, hash, states);
    var joining = new Joining(banking, vault, states, bound);
    var records = new Records(banking, vault, divisions);
    var standing = new Standing(banking, vault);
    return Routes.under("/api/v1/bank/accounts", web)
        .resource(AccountReply.class, shown)
        .postWithKey("", Bodies.Open.class, HOLDERS, opening::open)
        .about("Opens a passbook: a resident's own, or by a clerk.")
        .postWithKey("/{id}/relations", Bodies.Relate.class, CLERKS, records::relate)
        .about("A clerk saw evidence that two holders are related.")
        .postWithKey("/{id}/relations/end", Bodies.Unrelate.class, CLERKS, records::unrelate)
        .about("Two holders are no longer related.")
        .postWithKey("/{id}/join", Bodies.Join.class, CLERKS, joining::propose)
        .about("Two passbooks are one person's: asked for by one clerk.")
        .postWithKey("/{id}/join/confirm", NoBody.class, CLERKS, joining::confirm)
        .about("By another: what is on it and bound to it goes over, and it is closed.")
        .postWithKey("/{id}/guardian", Bodies.Guard.class, CLERKS, standing::guard)
        .about("Who answers for a minor, and whose token therefore speaks for them.")
        .postWithKey("/{id}/readiness", Bodies.Readiness.class, CLERKS, records::readiness)
        .about("Whether a volunteer is insured and trained.")
        .postWithKey("/{id}/grants", Bodies.Grant.class, GRANTING, records::grant)
        .about("From the community's pool to a passbook; to the pool out of public means.")
        .postWithKey("/{id}/freeze", Bodies.Freeze.class, CLERKS, standing::freeze)
        .about("Nothing moves any more: death, leaving, or something is looked into.")
        .postWithKey("/{id}/unfreeze", Bodies.Because.class, CLERKS, standing::unfreeze)
        .about("It was a mistake, or the matter is cleared.")
        .postWithKey("/{id}/succession", Bodies.Succeed.class, CLERKS, standing::succeed)
        .about("What somebody left goes to a recorded relative who asks in time.")
        .get("/{id}", AccountReply.class, Roles.anyone(), List.of("at"), shown::one)
        .about("A passbook now, or as it stood at an instant.")
        .list("/{id}/entries", EntryReply.class, Roles.anyone(), List.of("unit"), passbook::entries)
        .about("Lines of one unit, oldest first, each with its hash.")
        .list(
            "",
            AccountReply.class,
            Roles.by(RESIDENT, BANK_CLERK, AUDITOR),
            List.of("division"),
            shown::page)
        .about("A resident's own passbooks; a place's, for those who keep and check them.")
        .build();
  }
}
