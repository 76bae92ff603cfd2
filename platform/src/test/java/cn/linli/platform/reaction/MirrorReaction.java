package cn.linli.platform.reaction;

import cn.linli.events.Recorded;
import cn.linli.events.account.AccountEvent;
import cn.linli.events.account.AccountEvent.Added;
import cn.linli.events.account.AccountEvent.Claimed;
import cn.linli.platform.commit.Account;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.util.Optional;

/** What is added to {@code account:x} elsewhere is added to {@code account:mirror-x} here. */
final class MirrorReaction implements Reaction<AccountEvent> {

  static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
  static final long AMOUNT_MAX = 100;

  @Override
  public String policy() {
    return "mirror";
  }

  @Override
  public Instant appliesSince() {
    return SINCE;
  }

  @Override
  public Optional<Effect> react(Recorded<AccountEvent> event) {
    return event.event() instanceof Added added
        ? Optional.of(effect(event, added))
        : Optional.empty();
  }

  @Override
  public Effect decline(Recorded<AccountEvent> event, Refusal why) {
    StreamId target = target(event);
    return Effect.on(
        target,
        Command.<Account, AccountEvent>single(
            target,
            Account.class,
            (state, at) -> Decision.accept(new Claimed("declined " + why.code()))));
  }

  private static Effect effect(Recorded<AccountEvent> event, Added added) {
    StreamId target = target(event);
    return Effect.on(
        target,
        Command.<Account, AccountEvent>single(
            target,
            Account.class,
            (state, at) ->
                added.amount() > AMOUNT_MAX
                    ? Decision.refuse("too-much")
                    : Decision.accept(new Added(added.amount(), null))));
  }

  static StreamId target(Recorded<AccountEvent> event) {
    return new StreamId("account", "mirror-" + StreamId.parse(event.stream()).key());
  }
}
