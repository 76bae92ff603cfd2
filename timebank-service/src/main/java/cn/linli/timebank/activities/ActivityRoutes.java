package cn.linli.timebank.activities;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.HistoryReply;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.journal.History;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Bound;
import cn.linli.timebank.casework.Bound.Bindings;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.desk.DeskPart;
import cn.linli.timebank.domain.activities.Activity;
import cn.linli.timebank.domain.activities.ActivityCommand;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.volunteering.Crews;
import cn.linli.timebank.volunteering.Holders;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ActivityRoutes {

  private static final List<String> FILTERS =
      List.of("division", "account", "team", "service", "open", "confirm");

  @Bean
  ActivityCases activityCases() {
    return new ActivityCases();
  }

  @Bean
  CaseStates<Activity> activityStates(MongoDatabase database, Kinds kinds, ActivityCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  ActivityShown activityShown(
      CaseStates<Activity> states, Vault vault, Holders holders, KeyedHash hash) {
    return new ActivityShown(states, vault, holders, new SpotCodes(hash));
  }

  @Bean
  RouteTable activities(
      Web web,
      ActivityShown shown,
      CaseStates<Activity> states,
      CaseStates<Account> accounts,
      Holders holders,
      Vault vault,
      KeyedHash hash,
      Banking banking,
      Schemes schemes,
      History history) {
    var acting = new Acting(vault, states, accounts, banking, schemes, new SpotCodes(hash));
    return Routes.under("/api/v1/bank/activities", web)
        .resource(ActivityReply.class, shown)
        .postWithKey("", Bodies.Publish.class, Crews.ORGANISERS, acting::publish)
        .about("Publishes an activity.")
        .postWithKey("/{id}/sign-up", Bodies.SignUp.class, Roles.anyone(), acting::signUp)
        .about("Takes part, or waits for a place.")
        .postWithKey("/{id}/withdraw", Bodies.Leave.class, Roles.anyone(), acting::withdraw)
        .about("Leaves in time; nothing follows from it, and who waited longest moves up.")
        .postWithKey(
            "/{id}/check-in", Bodies.Check.class, Roles.anyone(), call -> acting.check(call, true))
        .about("Came: seen by the organiser, with the code told on the spot, or by oneself.")
        .postWithKey(
            "/{id}/check-out",
            Bodies.Check.class,
            Roles.anyone(),
            call -> acting.check(call, false))
        .about("Went.")
        .postWithKey("/{id}/confirm", Bodies.Confirm.class, Roles.anyone(), acting::confirm)
        .about("Somebody else says how long a volunteer served; the minutes are posted at once.")
        .postWithKey(
            "/{id}/no-show",
            Bodies.NoShow.class,
            Roles.anyone(),
            call -> acting.organise(call, new ActivityCommand.NoShow(call.body().account())))
        .about("Signed up and never came.")
        .postWithKey(
            "/{id}/heads",
            Bodies.Heads.class,
            Roles.anyone(),
            call -> acting.organise(call, new ActivityCommand.CountHeads(call.body().heads())))
        .about("How many people were served.")
        .postWithKey(
            "/{id}/cancel",
            Bodies.Cancel.class,
            Roles.anyone(),
            call -> acting.organise(call, new ActivityCommand.Cancel(call.body().code())))
        .about("Does not take place, or not any longer; time that was given still counts.")
        .get("/{id}", ActivityReply.class, Roles.anyone(), shown::one)
        .about("One activity; who takes part is for its organisers and themselves.")
        .get(
            "/{id}/history",
            HistoryReply.class,
            Roles.anyone(),
            List.of("limit", "after"),
            new Past(history, states, vault)::of)
        .about("Everything that happened to it, for its organisers.")
        .list(
            "", ActivityReply.class, Roles.anyone(), FILTERS, query -> page(query, shown, holders))
        .about("Activities of a place, a passbook, a team, a service; open ones; ones to confirm.")
        .build();
  }

  private static Page<ActivityReply> page(
      Query<NoBody> query, ActivityShown shown, Holders holders) {
    if (query.text("team").isPresent()) {
      return shown.page(
          query, ListFields.of(ActivityCases.OF_TEAM, query.text("team").orElseThrow()));
    }
    if (query.text("account").isPresent()) {
      String account = query.text("account").orElseThrow();
      holders.mustBeFor(account, query.caller());
      return shown.page(query, ListFields.of(ActivityCases.NAME, account));
    }
    String kind = query.text("service").map(ActivityCases::ofService).orElse(state(query));
    return shown.page(query, ListFields.place(kind, ActivityShown.place(query)));
  }

  private static String state(Query<NoBody> query) {
    if (query.flag("confirm").orElse(false)) {
      return ActivityCases.TO_CONFIRM;
    }
    return query.flag("open").orElse(false) ? ActivityCases.OPEN : ActivityCases.NAME;
  }

  @Bean
  Bound signUps(CaseStates<Activity> states) {
    return (one, _, now) ->
        Bindings.running(
            Bound.any(
                    states,
                    ListFields.of(ActivityCases.NAME, one),
                    activity -> activity.engages(one, now))
                ? Set.of("activities")
                : Set.of());
  }

  @Bean
  DeskPart toConfirm(CaseStates<Activity> states, Vault vault) {
    return new ToConfirm(states, vault);
  }

  @Bean
  RouteTable services(Web web) {
    return Routes.under("/api/v1/bank/services", web)
        .get("", Catalogue.class, Roles.anyone(), _ -> Catalogue.whole())
        .about("The catalogue of services.")
        .build();
  }
}
