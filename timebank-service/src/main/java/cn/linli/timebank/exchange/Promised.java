package cn.linli.timebank.exchange;

import cn.linli.platform.casework.CaseStates;
import cn.linli.timebank.casework.Bound;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.exchange.Match;
import cn.linli.timebank.domain.exchange.Need;
import cn.linli.timebank.domain.exchange.Offer;
import java.time.Instant;
import java.util.HashSet;

/** Needs, offers and matches of a passbook that have not ended: neighbours count on them. */
final class Promised implements Bound {

  private final CaseStates<Need> needs;
  private final CaseStates<Offer> offers;
  private final CaseStates<Match> matches;

  Promised(CaseStates<Need> needs, CaseStates<Offer> offers, CaseStates<Match> matches) {
    this.needs = needs;
    this.offers = offers;
    this.matches = matches;
  }

  @Override
  public Bindings of(String one, String into, Instant now) {
    var kinds = new HashSet<String>();
    if (Bound.any(needs, ListFields.of(ExchangeCases.NEED, one), need -> need.status().waits())) {
      kinds.add("needs");
    }
    if (Bound.any(offers, ListFields.of(ExchangeCases.OFFER, one), Offer::open)) {
      kinds.add("offers");
    }
    if (Bound.any(matches, ListFields.of(ExchangeCases.MATCH, one), Match::runs)) {
      kinds.add("matches");
    }
    return Bindings.running(kinds);
  }
}
