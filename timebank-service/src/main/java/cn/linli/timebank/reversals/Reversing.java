package cn.linli.timebank.reversals;

import cn.linli.events.timebank.ReversalEvent;
import cn.linli.events.timebank.ReversalEvent.ReversalProposed;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.NoBody;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.Lines;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.casework.ReversalCases;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Reversal;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * From calls to commands. A line never changes, so it is read before the command; whether it may be
 * taken back is decided with the accounts as they are.
 */
final class Reversing {

  private final Banking banking;
  private final Targets targets;
  private final Vault vault;

  Reversing(Banking banking, Lines lines, CaseStates<Account> accounts, Vault vault) {
    this.banking = banking;
    this.targets = new Targets(lines, accounts);
    this.vault = vault;
  }

  Command reverse(Call<Bodies.Reason> call) {
    Target it = targets.of(call.path("id"));
    StreamId stream = ReversalCases.stream(it.entry());
    Caller caller = call.caller();
    var words = new Words(vault.sealing(stream, call.commandId()));
    String reasonRef = words.seal(call.body().reason());
    return banking.command(
        call,
        201,
        List.of(stream),
        it.accounts(),
        words,
        seen -> {
          Account account = seen.account(it.entry().account());
          Refusal hidden = Reach.mayKeep(account, caller);
          if (hidden != null) {
            return Wanted.refuse(hidden);
          }
          var decision =
              seen.state(stream, Reversal.class)
                  .propose(
                      account.id(),
                      account.division(),
                      it.line(),
                      it.other(),
                      caller.mark(),
                      reasonRef,
                      seen.at(),
                      it.giver());
          return wanted(stream, decision, Reversing::held);
        });
  }

  private static @Nullable Transaction held(ReversalEvent event) {
    Step step = event instanceof ReversalProposed it ? Reversal.setAside(it) : null;
    return step == null ? null : Transaction.of(step);
  }

  Command confirm(Call<NoBody> call) {
    Target it = targets.of(call.path("id"));
    return end(
        call,
        it,
        null,
        (reversal, seen) ->
            it.isOf(call.caller(), seen)
                ? Wanted.refuse("self-confirmation")
                : wanted(
                    ReversalCases.stream(it.entry()),
                    reversal.confirm(call.caller().mark(), call.caller().scope()),
                    _ -> reversal.mirror(it.line(), seen.account(reversal.account())),
                    it.clearedBack(seen)));
  }

  Command reject(Call<Bodies.Reason> call) {
    Target it = targets.of(call.path("id"));
    StreamId stream = ReversalCases.stream(it.entry());
    var words = new Words(vault.sealing(stream, call.commandId()));
    String reasonRef = words.seal(call.body().reason());
    return end(
        call,
        it,
        words,
        (reversal, seen) ->
            wanted(
                stream,
                reversal.reject(reasonRef),
                _ ->
                    reversal.amount() < 0
                        ? null
                        : Transaction.of(
                            new Step.Release(
                                reversal.account(), Reversal.hold(reversal.entry()), "rejected"))));
  }

  private Command end(
      Call<?> call, Target it, @Nullable Words words, BiFunction<Reversal, Seen, Wanted> rule) {
    StreamId stream = ReversalCases.stream(it.entry());
    Caller caller = call.caller();
    return banking.command(
        call,
        200,
        it.streams(),
        it.accounts(),
        words,
        seen -> {
          Reversal reversal = seen.state(stream, Reversal.class);
          Refusal hidden = hidden(reversal, seen.account(it.entry().account()), caller);
          return hidden == null ? rule.apply(reversal, seen) : Wanted.refuse(hidden);
        });
  }

  /** Those who keep the books of the account, and those of the community that gave. */
  private static @Nullable Refusal hidden(Reversal reversal, Account account, Caller caller) {
    boolean gave = reversal.giver() != null && reversal.isOf(caller.scope());
    return gave && caller.is(Role.BANK_CLERK) ? null : Reach.mayKeep(account, caller);
  }

  private interface Booking {
    @Nullable Transaction of(ReversalEvent event);
  }

  private static Wanted wanted(
      StreamId stream, Decision<ReversalEvent> decision, Booking booking, Change... besides) {
    return switch (decision) {
      case Decision.Refused<ReversalEvent>(var refusal) -> Wanted.refuse(refusal);
      case Decision.Accepted<ReversalEvent>(var events) -> {
        var own = new ArrayList<>(List.of(new Change(stream, events)));
        own.addAll(List.of(besides));
        yield Wanted.book(booking.of(events.getFirst()), own);
      }
    };
  }
}
