package cn.linli.platform.reaction;

import cn.linli.events.Event;
import cn.linli.events.Recorded;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * One policy: whenever that happened there, this shall happen here. Pure; may be asked again for
 * the same event and must then answer the same.
 *
 * @param <E> the sealed interface of the events it reads
 */
public interface Reaction<E extends Event> {

  /** Stable, kebab-case; part of the command's id, so a new name would react anew to everything. */
  String policy();

  /** Events recorded before this instant are none of its business. */
  Instant appliesSince();

  /** What shall happen; empty if the event does not concern this policy. */
  Optional<Effect> react(Recorded<E> event);

  /**
   * What is committed on the same target where the effect was refused: a {@code …Declined} event
   * with the code. Must not be refused itself.
   */
  Effect decline(Recorded<E> event, Refusal why);
}
