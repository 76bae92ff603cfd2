package cn.linli.timebank.exchange;

import cn.linli.events.timebank.MatchSide;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.desk.DeskPart;
import cn.linli.timebank.domain.exchange.Match;
import cn.linli.timebank.domain.exchange.Need;
import cn.linli.timebank.ledger.Account;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/** Needs that wait for an audit, matches that wait for somebody's word. */
final class ToAnswer implements DeskPart {

  /** One person's own: a person's, a household's, a child's. */
  private static final int PASSBOOKS_MAX = 10;

  private static final Bson LATEST_FIRST = Sorts.descending(ListFields.SINCE, "_id");

  private final CaseStates<Need> needs;
  private final CaseStates<Match> matches;
  private final CaseStates<Account> accounts;

  ToAnswer(CaseStates<Need> needs, CaseStates<Match> matches, CaseStates<Account> accounts) {
    this.needs = needs;
    this.matches = matches;
    this.accounts = accounts;
  }

  @Override
  public List<Waiting> of(Caller caller) {
    String place = caller.scope().value();
    return Actors.of(caller).isHouse(place) ? audits(place) : answers(caller);
  }

  private List<Waiting> audits(String place) {
    String list = ListFields.place(ExchangeCases.AUDITING, place);
    return Listing.first(needs, list, ITEMS_MAX).stream()
        .map(it ->
            new Waiting(
                "audit-need",
                it.id(),
                it.state().what().service(),
                it.state().status().wire(),
                it.state().due(),
                "/api/v1/bank/needs/" + it.id()))
        .toList();
  }

  private List<Waiting> answers(Caller caller) {
    String list = ListFields.of(AccountCases.KIND, caller.mark());
    return Listing.first(accounts, list, PASSBOOKS_MAX).stream()
        .filter(it -> it.state().isSpokenForBy(caller.mark()))
        .flatMap(it -> answers(it.id()))
        .toList();
  }

  private Stream<Waiting> answers(String account) {
    Bson its = Filters.eq(ListFields.IN, ListFields.of(ExchangeCases.MATCH, account));
    return matches.list(its, LATEST_FIRST, ITEMS_MAX).stream()
        .flatMap(it -> what(it.state(), account).map(what -> waiting(what, it)).stream());
  }

  private static Optional<String> what(Match match, String account) {
    boolean provides = match.what().provider().equals(account);
    return switch (match.status()) {
      case PROPOSED ->
          match.agreed().contains(provides ? MatchSide.PROVIDER : MatchSide.RECIPIENT)
              ? Optional.empty()
              : Optional.of("answer-match");
      case AGREED -> provides ? Optional.of("deliver-service") : Optional.empty();
      case DELIVERED -> provides ? Optional.empty() : Optional.of("confirm-match");
      default -> Optional.empty();
    };
  }

  private static Waiting waiting(String what, Stored<Match> stored) {
    return new Waiting(
        what,
        stored.id(),
        stored.state().what().service(),
        stored.state().status().wire(),
        stored.state().due(),
        "/api/v1/bank/matches/" + stored.id());
  }
}
