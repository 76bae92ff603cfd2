package cn.linli.timebank.orders;

import cn.linli.events.Recorded;
import cn.linli.events.timebank.OrderEvent;
import cn.linli.events.timebank.OrderEvent.OrderGiveBackDeclined;
import cn.linli.events.timebank.OrderEvent.OrderLapsed;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.reaction.Effect;
import cn.linli.platform.reaction.Reaction;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.domain.orders.Order;
import cn.linli.timebank.domain.orders.OrderCommand;
import cn.linli.timebank.domain.orders.OrderRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An order that waited too long gives back what it had taken, in one commit over all of it. */
final class GiveBackLapsed implements Reaction<TimebankEvent> {

  /** The first day orders could be placed. */
  private static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

  private final Banking banking;

  GiveBackLapsed(Banking banking) {
    this.banking = banking;
  }

  @Override
  public String policy() {
    return "give-back-lapsed-orders";
  }

  @Override
  public Instant appliesSince() {
    return SINCE;
  }

  @Override
  public Optional<Effect> react(Recorded<TimebankEvent> event) {
    if (!(event.event() instanceof OrderLapsed(var filing))) {
      return Optional.empty();
    }
    StreamId stream = StreamId.parse(event.stream());
    var touched = Touched.of(stream.key(), filing);
    List<String> accounts = List.of(filing.account());
    return Optional.of(
        new Effect(
            Banking.streams(touched.streams(), accounts),
            List.of(),
            streams ->
                banking.verdict(
                    streams,
                    accounts,
                    seen ->
                        touched.wanted(
                            OrderRules.decide(
                                stream.key(), new OrderCommand.GiveBack(), touched.around(seen)),
                            seen))));
  }

  @Override
  public Effect decline(Recorded<TimebankEvent> event, Refusal why) {
    StreamId stream = StreamId.parse(event.stream());
    return Effect.on(
        stream,
        Command.<Order, OrderEvent>single(
            stream,
            Order.class,
            (order, at) -> Decision.accept(new OrderGiveBackDeclined(why.code()))));
  }
}
