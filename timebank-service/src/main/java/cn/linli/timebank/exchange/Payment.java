package cn.linli.timebank.exchange;

import cn.linli.events.timebank.ExchangeEvent.MatchProposed;
import cn.linli.events.timebank.HoldPurpose;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.timebank.domain.activities.Span;
import cn.linli.timebank.domain.exchange.Match;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Counter;
import cn.linli.timebank.ledger.Hold;
import cn.linli.timebank.ledger.Interval;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a match costs: held where it will come from, paid when it is confirmed. For a priority elder
 * the pool grants it in the same commit, so the passbook shows both lines.
 *
 * @param between communities of both sides; where they differ both lines stand against their
 *     clearing account
 */
record Payment(MatchProposed match, Between between) {

  String payer() {
    return match.fromPool() ? Book.pool(between.from()) : match.recipient();
  }

  Transaction hold(Instant until) {
    return Transaction.of(
        new Step.SetAside(
            payer(),
            new Hold(
                match.match(),
                Unit.MINUTES,
                match.minutes(),
                HoldPurpose.EXCHANGE,
                match.match(),
                until)));
  }

  /**
   * Null: the hold is over, since nobody confirmed for so long.
   *
   * @param payer as it stands
   * @param cause code
   */
  @Nullable Transaction release(Account payer, String cause) {
    return payer.hold(match.match()).isEmpty()
        ? null
        : Transaction.of(new Step.Release(payer(), match.match(), cause));
  }

  Transaction pay(int minutes, Match done) {
    Span span = Objects.requireNonNull(done.done());
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Settle(payer(), match.match()));
    if (match.fromPool()) {
      steps.addAll(
          Step.move(
              payer(), match.recipient(), Unit.MINUTES, minutes, Reason.GRANT, match.match()));
    }
    steps.add(
        new Step.Serve(
            match.provider(),
            new Interval(span.from(), span.to()),
            minutes,
            minutes,
            match.match(),
            match.service()));
    steps.add(line(match.recipient(), match.provider(), -minutes));
    steps.add(line(match.provider(), match.recipient(), minutes));
    return new Transaction(steps);
  }

  private Step line(String account, String other, int amount) {
    return new Step.Post(
        account,
        Unit.MINUTES,
        amount,
        between.crosses()
            ? Counter.clearing(between.from(), between.to())
            : Counter.passbook(other),
        Reason.EXCHANGE,
        match.match(),
        match.service());
  }
}
