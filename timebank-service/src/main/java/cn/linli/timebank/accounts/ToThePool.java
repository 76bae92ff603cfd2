package cn.linli.timebank.accounts;

import cn.linli.events.Recorded;
import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.SuccessionDeclined;
import cn.linli.events.timebank.AccountEvent.SuccessionLapsed;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.reaction.Effect;
import cn.linli.platform.reaction.Reaction;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Leaving;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Nobody asked in time for what somebody left: it goes to the community's pool. */
final class ToThePool implements Reaction<TimebankEvent> {

  /** The first day accounts could be frozen. */
  private static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

  private final Banking banking;

  ToThePool(Banking banking) {
    this.banking = banking;
  }

  @Override
  public String policy() {
    return "left-to-the-pool";
  }

  @Override
  public Instant appliesSince() {
    return SINCE;
  }

  @Override
  public Optional<Effect> react(Recorded<TimebankEvent> event) {
    if (!(event.event() instanceof SuccessionLapsed(var pool))) {
      return Optional.empty();
    }
    StreamId stream = StreamId.parse(event.stream());
    List<String> accounts = List.of(stream.key(), pool);
    return Optional.of(
        new Effect(
            Banking.streams(List.of(stream), accounts),
            List.of(),
            streams ->
                banking.verdict(
                    streams,
                    accounts,
                    seen -> {
                      Account left = seen.account(stream.key());
                      return Leaving.isOver(left)
                          ? Wanted.book(Leaving.closing(left, pool, null))
                          : Wanted.refuse("not-frozen");
                    })));
  }

  @Override
  public Effect decline(Recorded<TimebankEvent> event, Refusal why) {
    StreamId stream = StreamId.parse(event.stream());
    return Effect.on(
        stream,
        Command.<Account, AccountEvent>single(
            stream,
            Account.class,
            (account, at) -> Decision.accept(new SuccessionDeclined(why.code()))));
  }
}
