package cn.linli.gateway.views.figures;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.Exclusions;
import cn.linli.events.petition.PetitionEvent.Reopened;
import cn.linli.events.petition.PetitionEvent.Voted;
import cn.linli.events.petition.PetitionEvent.Withdrawn;
import cn.linli.events.petition.Vote;

/**
 * The three rates of the hotline (响应率、解决率、满意率), over votes: what residents said at a visit or by
 * rating. One vote counts per round, on its own day; a reopening voids it.
 */
final class Votes {

  /** 基本满意: fairly satisfied, the lowest of the grades that count as satisfied. */
  private static final int SATISFIED_GRADE = 3;

  /** What a matter resolved in part is worth. */
  private static final double PARTLY_WEIGHT = 0.5;

  private static final char YES = 'y';
  private static final char NO = 'n';
  private static final char PARTLY = 'p';

  /** The question was not put or not answered. */
  private static final char NOTHING = '-';

  private static final int CONTACT = 0;
  private static final int RESOLVED = 1;
  private static final int SATISFIED = 2;

  /** By code: three answers, to contacted? resolved? satisfied?, for instance {@code yp-}. */
  private static final Count COUNT =
      Count.of("votes")
          .on(
              Voted.class,
              (event, day, adding) -> {
                if (event.replaces() != null) {
                  count(event.replaces(), -1, adding);
                }
                count(event.vote(), 1, adding);
              })
          .on(
              Reopened.class,
              (event, day, adding) -> {
                if (event.voided() != null) {
                  count(event.voided(), -1, adding);
                }
              })
          .on(
              Withdrawn.class,
              (event, day, adding) -> {
                if (event.voided() != null) {
                  count(event.voided(), -1, adding);
                }
              })
          .moved((standing, adding) -> {
            if (standing.vote() != null) {
              count(standing.vote(), 1, adding);
            }
          });

  static final Figure RESPONSE_RATE =
      Figure.ratio(
          "petitions.responseRate",
          "响应率",
          "Response rate",
          "期内回访或评价中确认在首次联系时限内得到联系的 ÷ 应联系且已作答的；当场答复的咨询、表扬、未留联系方式的和未联系上的另列",
          "votes that confirm first contact within its limit ÷ votes on requests where contact was"
              + " owed; listed apart: consultations answered at once, praise, no contact asked, not"
              + " reached",
          null,
          LeftOut.and(COUNT),
          null,
          sums ->
              Figure.Result.ratio(said(sums, CONTACT, YES), answered(sums, CONTACT))
                  .excluding(
                      LeftOut.in(
                          sums,
                          Exclusions.ANSWERED_AT_ONCE,
                          Exclusions.PRAISE,
                          Exclusions.NO_CONTACT_ASKED,
                          Exclusions.UNREACHED)));

  static final Figure RESOLUTION_RATE =
      Figure.ratio(
          "petitions.resolutionRate",
          "解决率",
          "Resolution rate",
          "（期内回访或评价为已解决的 + 0.5 × 部分解决的）÷ 已作答的；不予受理、非本级职责、撤回和未联系上的另列",
          "(votes that say resolved + 0.5 × votes that say partly) ÷ votes that answer the question;"
              + " listed apart: inadmissible, out of duty, withdrawn, not reached",
          null,
          LeftOut.and(COUNT),
          null,
          sums ->
              Figure.Result.ratio(
                      half(
                          said(sums, RESOLVED, YES) + PARTLY_WEIGHT * said(sums, RESOLVED, PARTLY)),
                      answered(sums, RESOLVED))
                  .excluding(
                      LeftOut.in(
                          sums,
                          Exclusions.INADMISSIBLE,
                          Exclusions.OUT_OF_DUTY,
                          Exclusions.WITHDRAWN,
                          Exclusions.UNREACHED)));

  static final Figure SATISFACTION_RATE =
      Figure.ratio(
          "petitions.satisfactionRate",
          "满意率",
          "Satisfaction rate",
          "期内回访或评价为满意的（五级评价中非常满意、满意、基本满意）÷ 已评价的；撤回和未联系上的另列",
          "votes that say satisfied, or grade 3 to 5 where only a grade was given ÷ votes that rate;"
              + " listed apart: withdrawn, not reached",
          null,
          LeftOut.and(COUNT),
          null,
          sums ->
              Figure.Result.ratio(said(sums, SATISFIED, YES), answered(sums, SATISFIED))
                  .excluding(LeftOut.in(sums, Exclusions.WITHDRAWN, Exclusions.UNREACHED)));

  private Votes() {}

  private static void count(Vote vote, long delta, Count.Adding adding) {
    adding.addCode(vote.day(), code(vote), delta, null);
  }

  private static String code(Vote vote) {
    char contacted = vote.contacted() == null ? NOTHING : vote.contacted() ? YES : NO;
    char resolved = vote.resolved() == null ? NOTHING : letter(vote.resolved());
    boolean rated = vote.satisfied() != null || vote.grade() != null;
    char satisfied = rated ? satisfied(vote) ? YES : NO : NOTHING;
    return "" + contacted + resolved + satisfied;
  }

  private static char letter(Answer answer) {
    return switch (answer) {
      case YES -> YES;
      case NO -> NO;
      case PARTLY -> PARTLY;
    };
  }

  private static long said(Sums sums, int question, char answer) {
    return sums.in(COUNT, code -> code.charAt(question) == answer);
  }

  private static long answered(Sums sums, int question) {
    return sums.in(COUNT, code -> code.charAt(question) != NOTHING);
  }

  private static boolean satisfied(Vote vote) {
    return vote.satisfied() != null
        ? vote.satisfied()
        : vote.grade() != null && vote.grade() >= SATISFIED_GRADE;
  }

  /** Whole where it is whole. */
  private static Number half(double numerator) {
    return numerator == Math.rint(numerator) ? (Number) (long) numerator : (Number) numerator;
  }
}
