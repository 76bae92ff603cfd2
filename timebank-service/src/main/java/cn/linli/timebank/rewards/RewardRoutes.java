package cn.linli.timebank.rewards;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.BANK_CLERK;
import static cn.linli.platform.access.Role.COMMUNITY_CLERK;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.Providers;
import cn.linli.timebank.casework.RewardCases;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.domain.rewards.Reward;
import cn.linli.timebank.domain.teams.Team;
import cn.linli.timebank.domain.units.Unit;
import cn.linli.timebank.ledger.Account;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RewardRoutes {

  /** Whoever looks after a community's catalogue. */
  private static final Roles KEEPERS = Roles.by(BANK_CLERK, COMMUNITY_CLERK, ADMIN);

  @Bean
  RewardCases rewardCases() {
    return new RewardCases();
  }

  @Bean
  CaseStates<Reward> rewardStates(MongoDatabase database, Kinds kinds, RewardCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  Providers providers(
      CaseStates<Account> accounts, CaseStates<Team> teams, CaseStates<Unit> units) {
    return new Providers(accounts, teams, units);
  }

  @Bean
  RouteTable rewards(
      Web web, CaseStates<Reward> states, Vault vault, Schemes schemes, Providers providers) {
    var shown = new RewardShown(states, vault);
    var cataloguing = new Cataloguing(vault, schemes, providers);
    return Routes.under("/api/v1/bank/rewards", web)
        .resource(RewardReply.class, shown)
        .postWithKey("", Bodies.Offer.class, KEEPERS, cataloguing::offer)
        .about("Puts goods or a service into a community's catalogue; goods for points only.")
        .postWithKey("/{id}/price", Bodies.Price.class, KEEPERS, cataloguing::reprice)
        .about("A new price; orders keep the one they were placed at.")
        .postWithKey("/{id}/restock", Bodies.Restock.class, KEEPERS, cataloguing::restock)
        .about("More of it came in.")
        .postWithKey("/{id}/withdraw", Bodies.Reason.class, KEEPERS, cataloguing::withdraw)
        .about("Nobody can order it any more; orders that were placed go on.")
        .get("/{id}", RewardReply.class, Roles.anyone(), shown::one)
        .about("One item of a catalogue.")
        .list(
            "",
            RewardReply.class,
            Roles.anyone(),
            List.of("division", "kind", "unit", "service", "available"),
            shown::page)
        .about("The catalogue of a place and of all within, in the order it was put together.")
        .build();
  }
}
