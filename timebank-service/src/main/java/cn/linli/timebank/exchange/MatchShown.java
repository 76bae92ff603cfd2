package cn.linli.timebank.exchange;

import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.exchange.Match;
import cn.linli.timebank.volunteering.Holders;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Matches: for both sides and the house of the place. */
final class MatchShown extends Shown<Match, MatchReply> {

  private final Holders holders;

  MatchShown(CaseStates<Match> states, Holders holders) {
    super(states, Match.class);
    this.holders = holders;
  }

  @Override
  protected StreamId stream(String id) {
    return Kind.fromPath(ExchangeCases.MATCH, id);
  }

  @Override
  protected Instant since(Match state) {
    return Objects.requireNonNull(state.proposedAt());
  }

  @Override
  protected List<MatchReply> replies(List<Stored<Match>> stored, Caller caller) {
    Actor actor = Actors.of(caller);
    Map<String, Holders.Holder> known =
        holders.of(
            stored.stream()
                .flatMap(
                    it -> Stream.of(it.state().what().provider(), it.state().what().recipient()))
                .toList());
    return stored.stream()
        .map(it ->
            reply(
                it,
                actor,
                known.get(it.state().what().provider()),
                known.get(it.state().what().recipient())))
        .toList();
  }

  private MatchReply reply(
      Stored<Match> stored,
      Actor actor,
      Holders.@Nullable Holder provider,
      Holders.@Nullable Holder recipient) {
    Match it = stored.state();
    var what = it.what();
    if (!actor.isHouse(what.division()) && !isOwn(provider, actor) && !isOwn(recipient, actor)) {
      throw AccessException.outOfScope();
    }
    return new MatchReply(
        stored.id(),
        what.need(),
        what.offer(),
        what.provider(),
        provider == null ? null : provider.masked(),
        what.recipient(),
        recipient == null ? null : recipient.masked(),
        what.division(),
        what.service(),
        what.minutes(),
        what.fromPool(),
        it.status(),
        it.agreed().stream().sorted().toList(),
        it.done() == null ? null : (Integer) it.done().minutes(),
        it.minutes(),
        it.due(),
        since(it),
        stored.version());
  }

  private static boolean isOwn(Holders.@Nullable Holder holder, Actor actor) {
    return holder != null && holder.isSpokenForBy(actor);
  }
}
