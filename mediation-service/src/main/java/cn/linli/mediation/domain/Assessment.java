package cn.linli.mediation.domain;

import cn.linli.events.mediation.AssessmentEvent.ClaimAssessed;
import cn.linli.events.mediation.AssessmentEvent.ExplanationGiven;
import cn.linli.events.mediation.AssessmentEvent.ExplanationPlanned;
import cn.linli.events.mediation.Support;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one claim.
 *
 * @param times how often it was judged
 * @param reviewer pseudonymous reference of who judged last
 * @param explanation only of a claim that found no support
 */
public record Assessment(
    Support supported,
    int times,
    String reasonRef,
    String reviewer,
    Instant at,
    @Nullable Explanation explanation) {

  /** New facts may change a judgment; not for ever. */
  static final int TIMES_MAX = 10;

  /**
   * How it is explained to who raised it.
   *
   * @param planRef what and by whom; null: the reason, by the reviewer
   * @param by the last instant planned
   * @param givenAt null until it was explained
   * @param understood null where who raised it did not say
   */
  public record Explanation(
      @Nullable String planRef,
      Instant by,
      @Nullable Instant givenAt,
      @Nullable String noteRef,
      @Nullable Boolean understood) {}

  static Assessment of(ClaimAssessed it, Instant at) {
    return new Assessment(it.supported(), it.times(), it.reasonRef(), it.reviewer(), at, null);
  }

  Assessment planned(ExplanationPlanned it) {
    return with(new Explanation(it.planRef(), it.at(), null, null, null));
  }

  Assessment given(ExplanationGiven it, Instant when) {
    return explanation == null
        ? this
        : with(
            new Explanation(
                explanation.planRef(), explanation.by(), when, it.noteRef(), it.understood()));
  }

  private Assessment with(Explanation how) {
    return new Assessment(supported, times, reasonRef, reviewer, at, how);
  }
}
