package cn.linli.timebank.deeds;

import cn.linli.events.Recorded;
import cn.linli.events.timebank.DeedEvent;
import cn.linli.events.timebank.DeedEvent.DeedBooked;
import cn.linli.events.timebank.DeedEvent.NoticeEnded;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.reaction.Effect;
import cn.linli.platform.reaction.Reaction;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.Kept;
import cn.linli.timebank.domain.deeds.Deed;
import cn.linli.timebank.domain.deeds.Deed.Status;
import cn.linli.timebank.domain.deeds.DeedRules;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Balance;
import cn.linli.timebank.ledger.Counter;
import cn.linli.timebank.ledger.Entry;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When a notice has ended, points are booked: the line of the passbook and the end of the matter in
 * one commit. A deduction takes no more than is there.
 */
final class BookDeed implements Reaction<TimebankEvent> {

  /** The first day deeds could be told. */
  private static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

  private final CaseStates<Deed> deeds;
  private final CaseStates<Account> accounts;
  private final Banking banking;

  BookDeed(CaseStates<Deed> deeds, CaseStates<Account> accounts, Banking banking) {
    this.deeds = deeds;
    this.accounts = accounts;
    this.banking = banking;
  }

  @Override
  public String policy() {
    return "book-deed";
  }

  @Override
  public Instant appliesSince() {
    return SINCE;
  }

  @Override
  public Optional<Effect> react(Recorded<TimebankEvent> event) {
    if (!(event.event() instanceof NoticeEnded)) {
      return Optional.empty();
    }
    StreamId stream = StreamId.parse(event.stream());
    return deeds
        .find(stream)
        .map(it -> effect(stream, Kept.of(accounts, Objects.requireNonNull(it.state().account()))));
  }

  private Effect effect(StreamId stream, String account) {
    List<String> accounts = List.of(account);
    return new Effect(
        Banking.streams(List.of(stream), accounts),
        List.of(),
        streams -> banking.verdict(streams, accounts, seen -> book(seen, stream, account)));
  }

  private static Wanted book(Banking.Seen seen, StreamId stream, String account) {
    Deed deed = seen.state(stream, Deed.class);
    if (deed.status() != Status.BOOKING) {
      return Wanted.refuse("deed-decided");
    }
    Balance points = seen.account(account).balance(Unit.POINTS);
    long amount =
        deed.isDeduction()
            ? -Math.min(deed.points(), Math.max(0, points.available()))
            : deed.points();
    if (amount == 0) {
      return Wanted.book(null, new Change(stream, List.of(new DeedBooked(0, null))));
    }
    var line =
        new Step.Post(
            account,
            Unit.POINTS,
            amount,
            Counter.issue(Objects.requireNonNull(deed.division())),
            deed.isDeduction() ? Reason.DEDUCTION : Reason.DEED,
            stream.key(),
            null);
    String entry = new Entry(account, Unit.POINTS, points.seq() + 1).id();
    return Wanted.book(
        Transaction.of(line),
        new Change(stream, List.of(new DeedBooked(Math.toIntExact(amount), entry))));
  }

  @Override
  public Effect decline(Recorded<TimebankEvent> event, Refusal why) {
    StreamId stream = StreamId.parse(event.stream());
    return Effect.on(
        stream,
        Command.<Deed, DeedEvent>single(
            stream, Deed.class, (deed, at) -> DeedRules.notBooked(deed, why.code(), at)));
  }
}
