package cn.linli.timebank.orders;

import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.BANK_CLERK;
import static cn.linli.platform.access.Role.COMMUNITY_CLERK;
import static cn.linli.platform.access.Role.DEPARTMENT_OFFICER;
import static cn.linli.platform.access.Role.RESIDENT;

import cn.linli.events.timebank.TimebankEvent;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.reaction.Reaction;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.OrderCases;
import cn.linli.timebank.casework.Providers;
import cn.linli.timebank.casework.QuotaCases;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.domain.orders.Order;
import cn.linli.timebank.domain.rewards.Reward;
import cn.linli.timebank.ledger.Account;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderRoutes {

  private static final Roles PEOPLE = Roles.by(RESIDENT, BANK_CLERK, COMMUNITY_CLERK);

  /** Whether residents and units are the provider's people, the catalogue says. */
  private static final Roles GIVERS =
      Roles.by(BANK_CLERK, COMMUNITY_CLERK, RESIDENT, DEPARTMENT_OFFICER);

  private static final Roles READERS =
      Roles.by(RESIDENT, BANK_CLERK, COMMUNITY_CLERK, AUDITOR, DEPARTMENT_OFFICER);

  @Bean
  OrderCases orderCases() {
    return new OrderCases();
  }

  @Bean
  QuotaCases quotaCases() {
    return new QuotaCases();
  }

  @Bean
  CaseStates<Order> orderStates(MongoDatabase database, Kinds kinds, OrderCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  Reaction<TimebankEvent> giveBackLapsed(Banking banking) {
    return new GiveBackLapsed(banking);
  }

  @Bean
  RouteTable orders(
      Web web,
      Banking banking,
      Schemes schemes,
      CaseStates<Account> accounts,
      CaseStates<Reward> rewards,
      CaseStates<Order> states,
      Providers providers,
      Vault vault) {
    var payers = new Payers(accounts);
    var shown = new OrderShown(states, payers, providers);
    var ordering = new Ordering(banking, schemes, payers, rewards, vault);
    var ending = new Ending(banking, payers, states, providers, vault);
    return Routes.under("/api/v1/bank/orders", web)
        .resource(OrderReply.class, shown)
        .postWithKey("", Bodies.Place.class, PEOPLE, ordering::place)
        .about("Takes stock and sets the price aside at once, or says why not.")
        .postWithKey("/{id}/fulfil", Bodies.Fulfil.class, GIVERS, ending::fulfil)
        .about("It was handed over or done: what was set aside is spent; a volunteer earns.")
        .postWithKey("/{id}/cancel", Bodies.Cancel.class, PEOPLE, ending::cancel)
        .about("Gives back what the order had taken.")
        .postWithKey("/{id}/no-show", NoBody.class, GIVERS, ending::noShow)
        .about("Nobody was there; whether it is paid, the scheme said when it was ordered.")
        .get("/{id}", OrderReply.class, READERS, shown::one)
        .about("One order.")
        .list(
            "",
            OrderReply.class,
            READERS,
            List.of("account", "division", "provider", "status"),
            shown::page)
        .about("Orders of an account, of a place that gives, or of a provider (team:id).")
        .build();
  }
}
