package cn.linli.events.petition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a request because it is an item of a batch. */
public sealed interface BatchItemEvent extends PetitionEvent {

  /**
   * @param owner the unit that opened the batch and looks again
   */
  record JoinedBatch(String batch, Unit owner, Instant reinspectAt) implements BatchItemEvent {}

  /**
   * Somebody who did not resolve it looked at what was done.
   *
   * @param round whose answer was looked at
   * @param reinspectAt when it is looked at again, where it failed
   */
  record Reinspected(int round, boolean passed, @Nullable Instant reinspectAt, String noteRef)
      implements BatchItemEvent {}
}
