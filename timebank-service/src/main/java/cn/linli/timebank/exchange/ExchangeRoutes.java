package cn.linli.timebank.exchange;

import cn.linli.events.timebank.TimebankEvent;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.reaction.Reaction;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Bound;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.desk.DeskPart;
import cn.linli.timebank.domain.exchange.Match;
import cn.linli.timebank.domain.exchange.Need;
import cn.linli.timebank.domain.exchange.Offer;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.volunteering.Crews;
import cn.linli.timebank.volunteering.Holders;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExchangeRoutes {

  @Bean
  ExchangeCases.Needs needCases() {
    return new ExchangeCases.Needs();
  }

  @Bean
  ExchangeCases.Offers offerCases() {
    return new ExchangeCases.Offers();
  }

  @Bean
  ExchangeCases.Matches matchCases() {
    return new ExchangeCases.Matches();
  }

  @Bean
  CaseStates<Need> needStates(MongoDatabase database, Kinds kinds, ExchangeCases.Needs kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  CaseStates<Offer> offerStates(MongoDatabase database, Kinds kinds, ExchangeCases.Offers kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  CaseStates<Match> matchStates(MongoDatabase database, Kinds kinds, ExchangeCases.Matches kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  Reaction<TimebankEvent> giveBackLapsedMatches(
      CaseStates<Match> matches, CaseStates<Account> accounts, Banking banking) {
    return new GiveBackLapsed(matches, accounts, banking);
  }

  @Bean
  Bound promised(CaseStates<Need> needs, CaseStates<Offer> offers, CaseStates<Match> matches) {
    return new Promised(needs, offers, matches);
  }

  @Bean
  DeskPart toAnswer(
      CaseStates<Need> needs, CaseStates<Match> matches, CaseStates<Account> accounts) {
    return new ToAnswer(needs, matches, accounts);
  }

  @Bean
  RouteTable needs(
      Web web, CaseStates<Need> needs, CaseStates<Offer> offers, Holders holders, Vault vault) {
    var shown = new NeedShown(needs, vault, holders);
    var acting = new NeedActing(vault, needs, offers);
    return Routes.under("/api/v1/bank/needs", web)
        .resource(NeedReply.class, shown)
        .postWithKey("", Bodies.FileNeed.class, Roles.anyone(), acting::file)
        .about("Somebody needs a service; it waits for an audit unless the house files it.")
        .postWithKey("/{id}/audit", Bodies.Audit.class, Crews.HOUSE, acting::audit)
        .about("It is real and fit to be posted; the pool may pay for a priority elder.")
        .postWithKey("/{id}/refuse", Bodies.Refuse.class, Crews.HOUSE, acting::refuse)
        .about("It is not fit to be posted.")
        .postWithKey("/{id}/withdraw", NoBody.class, Roles.anyone(), acting::withdraw)
        .about("Not needed any more.")
        .get("/{id}", NeedReply.class, Roles.anyone(), shown::one)
        .about("One need; whose it is is for themselves and the house.")
        .list(
            "",
            NeedReply.class,
            Roles.anyone(),
            List.of("division", "account", "audit"),
            query -> shown.page(query, needList(query, holders)))
        .about("Open needs of a place, those that wait for an audit, or those of a passbook.")
        .build();
  }

  private static String needList(Query<NoBody> query, Holders holders) {
    if (query.text("account").isPresent()) {
      String account = query.text("account").orElseThrow();
      holders.mustBeFor(account, query.caller());
      return ListFields.of(ExchangeCases.NEED, account);
    }
    String kind = query.flag("audit").orElse(false) ? ExchangeCases.AUDITING : ExchangeCases.OPEN;
    return ListFields.place(kind, NeedShown.place(query));
  }

  @Bean
  RouteTable offers(
      Web web, CaseStates<Need> needs, CaseStates<Offer> offers, Holders holders, Vault vault) {
    var shown = new OfferShown(offers, vault, holders);
    var acting = new NeedActing(vault, needs, offers);
    return Routes.under("/api/v1/bank/offers", web)
        .resource(OfferReply.class, shown)
        .postWithKey("", Bodies.MakeOffer.class, Roles.anyone(), acting::offer)
        .about("What somebody would do for others.")
        .postWithKey("/{id}/withdraw", NoBody.class, Roles.anyone(), acting::withdrawOffer)
        .about("Not any longer.")
        .get("/{id}", OfferReply.class, Roles.anyone(), shown::one)
        .about("One offer.")
        .list(
            "",
            OfferReply.class,
            Roles.anyone(),
            List.of("division"),
            query ->
                shown.page(query, ListFields.place(ExchangeCases.OFFER, OfferShown.place(query))))
        .about("Offers of a place that stand.")
        .build();
  }

  @Bean
  RouteTable matches(
      Web web,
      CaseStates<Need> needs,
      CaseStates<Match> matches,
      CaseStates<Account> accounts,
      Holders holders,
      Banking banking,
      Vault vault) {
    var shown = new MatchShown(matches, holders);
    var acting = new MatchActing(vault, needs, matches, accounts, banking);
    return Routes.under("/api/v1/bank/matches", web)
        .resource(MatchReply.class, shown)
        .postWithKey("", Bodies.Propose.class, Roles.anyone(), acting::propose)
        .about("Brings a need and who would meet it together; nobody is sent.")
        .postWithKey("/{id}/agree", Bodies.Agree.class, Roles.anyone(), acting::agree)
        .about("Says yes; with the last yes the minutes are held.")
        .postWithKey("/{id}/decline", NoBody.class, Roles.anyone(), acting::decline)
        .about("Says no; nothing follows from it.")
        .postWithKey("/{id}/cancel", NoBody.class, Roles.anyone(), acting::cancel)
        .about("Comes to nothing after all; the minutes are free again.")
        .postWithKey("/{id}/deliver", Bodies.Deliver.class, Roles.anyone(), acting::deliver)
        .about("The provider says when it was done.")
        .postWithKey("/{id}/confirm", Bodies.Confirm.class, Roles.anyone(), acting::confirm)
        .about("Who was served says how long it was; the minutes are paid at once.")
        .get("/{id}", MatchReply.class, Roles.anyone(), shown::one)
        .about("One match, for both sides and the house.")
        .list(
            "",
            MatchReply.class,
            Roles.anyone(),
            List.of("division", "account"),
            query -> shown.page(query, matchList(query, holders)))
        .about("Matches of a passbook; of a place for its house.")
        .build();
  }

  private static String matchList(Query<NoBody> query, Holders holders) {
    query.text("account").ifPresent(account -> holders.mustBeFor(account, query.caller()));
    return MatchShown.list(query, ExchangeCases.MATCH);
  }
}
