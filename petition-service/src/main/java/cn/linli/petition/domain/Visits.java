package cn.linli.petition.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * When a petitioner is to be asked: once the answer's limit has passed, answered or not
 * (北京市接诉即办工作条例 §23), and when it is answered. What was said before the answer does not open the
 * closing gate.
 */
public final class Visits {

  private Visits() {}

  /** Imported history is not asked about. */
  public static boolean areDue(Petition petition) {
    return petition.exists()
        && petition.isLive()
        && (petition.status() == Status.RESOLVED && !petition.round().mayClose()
            || isDueAtDeadline(petition));
  }

  /** Overdue and unanswered, and nobody has asked or tried often enough. */
  static boolean isDueAtDeadline(Petition petition) {
    Round round = petition.round();
    return petition.isOpen()
        && petition.time().overdue()
        && round.vote() == null
        && !round.unreached();
  }

  /**
   * The visitor is somebody else than who answered it; before the answer, than whoever has it in
   * hand or helps.
   */
  public static boolean mayVisit(Petition petition, Actor actor) {
    Round.Resolution resolution = petition.round().resolution();
    return resolution != null
        ? !resolution.by().equals(actor.ref())
        : !actor.holds(petition) && !actor.helps(petition);
  }

  /** Since when: the answer, or the limit that passed without one. */
  public static Instant dueSince(Petition petition) {
    Round.Resolution resolution = petition.round().resolution();
    return resolution != null
        ? resolution.at()
        : Objects.requireNonNull(petition.time().deadlines().answerBy());
  }
}
