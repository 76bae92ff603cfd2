package cn.linli.timebank.orders;

import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.OrderFiling;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.OrderCases;
import cn.linli.timebank.casework.Providers;
import cn.linli.timebank.domain.orders.Delivery;
import cn.linli.timebank.domain.orders.Order;
import cn.linli.timebank.domain.orders.OrderCommand;
import cn.linli.timebank.domain.orders.OrderRules;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Earning;
import cn.linli.timebank.ledger.Interval;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What becomes of an order: it is fulfilled or cancelled, or nobody was there for it. */
final class Ending {

  private final Banking banking;
  private final Payers payers;
  private final CaseStates<Order> orders;
  private final Providers providers;
  private final Vault vault;

  Ending(
      Banking banking, Payers payers, CaseStates<Order> orders, Providers providers, Vault vault) {
    this.banking = banking;
    this.payers = payers;
    this.orders = orders;
    this.providers = providers;
    this.vault = vault;
  }

  /** Who fulfils says that it was done: neither who gets it nor who earns from it. */
  Command fulfil(Call<Bodies.Fulfil> call) {
    StreamId stream = OrderCases.fromPath(call.path("id"));
    OrderFiling filing = filing(stream);
    mustGive(call.caller(), filing);
    notOneself(call.caller(), payers.account(filing.account()));
    Bodies.Fulfil body = call.body();
    if (body.deliveredBy() == null) {
      return act(call, stream, filing, List.of(), null, _ -> new OrderCommand.Fulfil(null));
    }
    String volunteer = body.deliveredBy();
    Account account = payers.account(volunteer);
    notOneself(call.caller(), account);
    mustBeGrownUpHere(account, filing, call.receivedAt());
    Interval interval = interval(body);
    return act(
        call,
        stream,
        filing,
        List.of(volunteer, Book.pool(account.division())),
        null,
        seen -> new OrderCommand.Fulfil(delivery(seen, volunteer, interval, filing)));
  }

  /** Who ordered it may call it off; so may who gives it, with a reason. */
  Command cancel(Call<Bodies.Cancel> call) {
    StreamId stream = OrderCases.fromPath(call.path("id"));
    OrderFiling filing = filing(stream);
    Caller caller = call.caller();
    String reason = call.body().reason();
    if (!payers.holds(caller, payers.account(filing.account()))) {
      mustGive(caller, filing);
      if (reason == null || reason.isBlank()) {
        throw new ProblemException(Problem.of(422, "reason-missing"));
      }
    }
    var words = new Words(vault.sealing(stream, call.commandId()));
    String reasonRef = words.sealIfAny(reason);
    return act(call, stream, filing, List.of(), words, _ -> new OrderCommand.Cancel(reasonRef));
  }

  Command noShow(Call<NoBody> call) {
    StreamId stream = OrderCases.fromPath(call.path("id"));
    OrderFiling filing = filing(stream);
    mustGive(call.caller(), filing);
    notOneself(call.caller(), payers.account(filing.account()));
    return act(call, stream, filing, List.of(), null, _ -> new OrderCommand.Miss());
  }

  private <B> Command act(
      Call<B> call,
      StreamId stream,
      OrderFiling filing,
      List<String> others,
      @Nullable Words words,
      Function<Seen, OrderCommand> asks) {
    var touched = Touched.of(stream.key(), filing);
    var accounts = new java.util.ArrayList<>(others);
    accounts.addFirst(filing.account());
    return banking.command(
        call,
        200,
        touched.streams(),
        accounts,
        words,
        seen ->
            touched.wanted(
                OrderRules.decide(stream.key(), asks.apply(seen), touched.around(seen)), seen));
  }

  private static Delivery delivery(
      Seen seen, String volunteer, Interval interval, OrderFiling filing) {
    Account account = seen.account(volunteer);
    int asked = Math.toIntExact(Math.min(filing.amount(), Integer.MAX_VALUE));
    var terms = seen.schemes().in(account.division());
    return new Delivery(volunteer, interval, Earning.of(account, interval, asked, terms));
  }

  private OrderFiling filing(StreamId stream) {
    return orders
        .find(stream)
        .map(Stored::state)
        .map(Order::filed)
        .orElseThrow(() -> new ProblemException(Problem.notFound()));
  }

  /** Clerks of the community that gives, and the people of who the catalogue says gives it. */
  private void mustGive(Caller caller, OrderFiling filing) {
    if (!Payers.looksAfter(caller, filing.to()) && !providers.isOf(caller, filing.provider())) {
      throw AccessException.outOfScope();
    }
  }

  private void notOneself(Caller caller, Account account) {
    if (payers.holds(caller, account)) {
      throw new ProblemException(Problem.of(422, "self-confirmation"));
    }
  }

  /**
   * A household gives no time. Minors serve in activities, where somebody looks after them (domain
   * rules §0.10).
   */
  private static void mustBeGrownUpHere(Account account, OrderFiling filing, Instant at) {
    if (!account.division().equals(filing.to())) {
      throw new ProblemException(Problem.of(422, "foreign-volunteer"));
    }
    if (account.kind() != AccountKind.PERSON) {
      throw new ProblemException(Problem.of(422, "not-a-person")); // one's time counts once
    }
    if (account.isMinor(WorkCalendar.dayOf(at).getYear())) {
      throw new ProblemException(Problem.of(422, "minor-alone"));
    }
  }

  private static Interval interval(Bodies.Fulfil body) {
    if (body.startedAt() == null || body.endedAt() == null) {
      throw new ProblemException(Problem.of(422, "service-time-missing"));
    }
    if (!body.endedAt().isAfter(body.startedAt())) {
      throw new ProblemException(Problem.of(422, "service-time-wrong"));
    }
    return new Interval(body.startedAt(), body.endedAt());
  }
}
