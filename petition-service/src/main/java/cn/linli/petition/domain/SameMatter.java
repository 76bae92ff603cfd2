package cn.linli.petition.domain;

import java.time.Instant;

/**
 * Same person, same matter, nothing new: the status of the earlier request is told and no second
 * case is opened. Source: 北京市接诉即办工作条例 §11(3), 信访工作条例 §19, §36.
 *
 * <p>Same matter means the same category in the same street and words of which at least 60 percent
 * are in both; pending means still open, under review or merged, or answered so lately that it can
 * be reopened; in the formal regime until its windows have passed, and afterwards it is over
 * (project decision: a doubtful case is opened, and merged by a clerk who has read it).
 */
public final class SameMatter {

  /** Percent of the pairs of characters of either text that are in both. */
  public static final int COMMON_MIN = 60;

  private SameMatter() {}

  public static boolean isPending(Petition petition, Instant now, Rulebook.Habits habits) {
    if (petition.proceedings().formal() != null) {
      return FormalPast.of(petition) != FormalPast.NONE;
    }
    return switch (petition.status()) {
      case REJECTED, WITHDRAWN, TERMINATED -> false;
      case RESOLVED, CLOSED ->
          petition.round().resolution() != null
              && now.isBefore(Closing.reopenUntil(petition, habits));
      default -> petition.exists();
    };
  }
}
