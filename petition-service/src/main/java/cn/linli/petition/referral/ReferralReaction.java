package cn.linli.petition.referral;

import cn.linli.events.Event;
import cn.linli.events.Recorded;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.ReferralNoteEvent;
import cn.linli.events.petition.ReferralNoteEvent.ReferralNewsApplied;
import cn.linli.events.petition.ReferralNoteEvent.ReferralNewsDeclined;
import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.PetitionRules;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.reaction.Effect;
import cn.linli.platform.reaction.Reaction;
import cn.linli.platform.reaction.ReactionLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One policy for one other service: what it tells about a referral happens to the request, in one
 * commit with a note on the referral's own stream.
 *
 * @param <E> the events of its topic
 */
final class ReferralReaction<E extends Event> implements Reaction<E> {

  /** Streams {@code x:referral:<referral>}. */
  static final ReactionLog<ReferralNoteEvent> NOTES =
      new ReactionLog<>("x:referral", ReferralNoteEvent.class);

  /** The first day referrals could be made. */
  private static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

  private final String policy;
  private final Function<E, Optional<Heard>> hears;
  private final FactsBook facts;

  ReferralReaction(String policy, Function<E, Optional<Heard>> hears, FactsBook facts) {
    this.policy = policy;
    this.hears = hears;
    this.facts = facts;
  }

  @Override
  public String policy() {
    return policy;
  }

  @Override
  public Instant appliesSince() {
    return SINCE;
  }

  @Override
  public Optional<Effect> react(Recorded<E> event) {
    return hears
        .apply(event.event())
        .map(heard -> {
          StreamId log = NOTES.stream(heard.news().referral());
          StreamId petition = PetitionStream.of(heard.petition());
          return new Effect(
              List.of(log, petition), List.of(), streams -> decide(heard, streams, log, petition));
        });
  }

  private Verdict decide(Heard heard, Command.Streams streams, StreamId log, StreamId stream) {
    Petition petition = streams.state(stream, Petition.class);
    if (!petition.exists()) {
      return new Verdict.Refuse(Refusal.of("not-found"));
    }
    var decision =
        PetitionRules.decide(
            heard.news(),
            petition,
            facts.at(streams.at(), Actors.POLICY, petition.filed().division()));
    return switch (decision) {
      case Decision.Refused<PetitionEvent>(var refusal) -> new Verdict.Refuse(refusal);
      case Decision.Accepted<PetitionEvent>(var events) ->
          new Verdict.Accept(
              List.of(
                  new Change(log, List.of(new ReferralNewsApplied(heard.name()))),
                  new Change(stream, events)));
    };
  }

  @Override
  public Effect decline(Recorded<E> event, Refusal why) {
    Heard heard = hears.apply(event.event()).orElseThrow();
    return NOTES.note(heard.news().referral(), new ReferralNewsDeclined(heard.name(), why.code()));
  }
}
