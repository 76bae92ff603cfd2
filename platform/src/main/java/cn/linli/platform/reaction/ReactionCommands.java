package cn.linli.platform.reaction;

import cn.linli.events.Event;
import cn.linli.events.Recorded;
import cn.linli.platform.commit.Command;

/** Completes effects to commands. */
final class ReactionCommands {

  private static final int STATUS = 200;

  private ReactionCommands() {}

  /**
   * The id follows from event, policy and target, so an event that is delivered again finds its
   * commit; effect and decline share it, so only one of them can ever be committed.
   */
  static <E extends Event> Command of(Recorded<E> event, Reaction<E> reaction, Effect effect) {
    return new Command(
        "%s/%s/%s".formatted(event.id(), reaction.policy(), effect.target()),
        true,
        event.id(),
        effect.streams(),
        null,
        "policy@%s#%s".formatted(event.stamp().path().getLast(), reaction.policy()),
        event.correlation(),
        event.id(),
        STATUS,
        effect.besides(),
        effect.vault(),
        effect.rule(),
        false);
  }
}
