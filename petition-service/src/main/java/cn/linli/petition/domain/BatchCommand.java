package cn.linli.petition.domain;

import cn.linli.petition.domain.PetitionCommand.Submit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Items of a batch. */
public sealed interface BatchCommand extends PetitionCommand {

  /**
   * A defect becomes a request and is handed to the body responsible.
   *
   * @param organisation as in {@link Dispatch}; null: it stays where the routing table puts it
   */
  record SubmitItem(Submit submit, @Nullable String organisation, String batch, Instant reinspectAt)
      implements BatchCommand {}

  /**
   * Looks at what was done.
   *
   * @param reinspectAt when to look again, where it failed
   */
  record Reinspect(boolean passed, @Nullable Instant reinspectAt, String noteRef)
      implements BatchCommand {}
}
