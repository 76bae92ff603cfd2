package cn.linli.petition.domain;

import cn.linli.events.petition.Unit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as an item of a batch: it does not close before somebody else looked at what was done.
 *
 * @param owner the unit that looks again
 * @param passedRound the round whose answer was found good; 0: none yet
 */
public record BatchItem(
    String batch,
    Unit owner,
    Instant reinspectAt,
    int passedRound,
    @Nullable Instant inspectedAt,
    @Nullable String inspectedBy) {

  static BatchItem of(String batch, Unit owner, Instant reinspectAt) {
    return new BatchItem(batch, owner, reinspectAt, 0, null, null);
  }

  BatchItem passed(int round, Instant at, String by) {
    return new BatchItem(batch, owner, reinspectAt, round, at, by);
  }

  BatchItem failed(Instant nextTime, Instant at, String by) {
    return new BatchItem(batch, owner, nextTime, passedRound, at, by);
  }

  /** A reopened one has to be looked at again. */
  public boolean isVerified(Round round) {
    return passedRound == round.number();
  }
}
