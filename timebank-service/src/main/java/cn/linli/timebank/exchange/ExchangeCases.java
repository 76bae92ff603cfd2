package cn.linli.timebank.exchange;

import cn.linli.events.timebank.ExchangeEvent;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.exchange.Match;
import cn.linli.timebank.domain.exchange.MatchRules;
import cn.linli.timebank.domain.exchange.Need;
import cn.linli.timebank.domain.exchange.NeedRules;
import cn.linli.timebank.domain.exchange.Offer;
import cn.linli.timebank.volunteering.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Needs {@code e:need:<id>}, offers {@code e:offer:<id>}, matches {@code e:match:<id>}. */
final class ExchangeCases {

  static final String NEED = "e:need";
  static final String OFFER = "e:offer";
  static final String MATCH = "e:match";

  /** Needs that wait for an audit, and for somebody. */
  static final String AUDITING = "e-audit";

  static final String OPEN = "e-open";

  private ExchangeCases() {}

  static final class Needs extends Kind<Need, ExchangeEvent> {

    Needs() {
      super(NEED, Need.class, ExchangeEvent.class, Need.NONE);
    }

    @Override
    public Need evolve(Need state, ExchangeEvent event, Instant at, String by) {
      return Need.evolve(state, event, at);
    }

    @Override
    public @Nullable Instant due(Need state) {
      return state.due();
    }

    @Override
    public Decision<ExchangeEvent> fallDue(Need state, Instant at) {
      return NeedRules.fallDue(state);
    }

    @Override
    public String division(Need state) {
      return state.what().division();
    }

    @Override
    public void index(Need state, Document into) {
      String division = state.what().division();
      var in = new ArrayList<>(ListFields.places(NEED, division));
      if (state.status() == Need.Status.AUDITING) {
        in.addAll(ListFields.places(AUDITING, division));
      }
      if (state.status() == Need.Status.OPEN) {
        in.addAll(ListFields.places(OPEN, division));
      }
      in.add(ListFields.of(NEED, state.what().account()));
      into.append(ListFields.IN, in)
          .append(ListFields.SINCE, Date.from(Objects.requireNonNull(state.filedAt())));
    }
  }

  static final class Offers extends Kind<Offer, ExchangeEvent> {

    Offers() {
      super(OFFER, Offer.class, ExchangeEvent.class, Offer.NONE);
    }

    @Override
    public Offer evolve(Offer state, ExchangeEvent event, Instant at, String by) {
      return Offer.evolve(state, event, at);
    }

    @Override
    public String division(Offer state) {
      return state.what().division();
    }

    @Override
    public void index(Offer state, Document into) {
      var in = new ArrayList<String>();
      if (state.open()) {
        in.addAll(ListFields.places(OFFER, state.what().division()));
      }
      in.add(ListFields.of(OFFER, state.what().account()));
      into.append(ListFields.IN, in)
          .append(ListFields.SINCE, Date.from(Objects.requireNonNull(state.madeAt())));
    }
  }

  static final class Matches extends Kind<Match, ExchangeEvent> {

    Matches() {
      super(MATCH, Match.class, ExchangeEvent.class, Match.NONE);
    }

    @Override
    public Match evolve(Match state, ExchangeEvent event, Instant at, String by) {
      return Match.evolve(state, event, at);
    }

    @Override
    public @Nullable Instant due(Match state) {
      return state.due();
    }

    @Override
    public Decision<ExchangeEvent> fallDue(Match state, Instant at) {
      return MatchRules.fallDue(state);
    }

    @Override
    public String division(Match state) {
      return state.what().division();
    }

    @Override
    public void index(Match state, Document into) {
      var in = new ArrayList<>(ListFields.places(MATCH, state.what().division()));
      in.add(ListFields.of(MATCH, state.what().provider()));
      in.add(ListFields.of(MATCH, state.what().recipient()));
      into.append(ListFields.IN, in)
          .append(ListFields.SINCE, Date.from(Objects.requireNonNull(state.proposedAt())));
    }
  }
}
