package cn.linli.gateway.views.figures;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.PetitionEvent.Reopened;
import cn.linli.events.petition.PetitionEvent.Voted;
import cn.linli.events.petition.Vote;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The three rates of the hotline (响应率、解决率、满意率), over votes: what residents said at a visit or by
 * rating. One vote counts per round, on its own day; a reopening voids it.
 */
final class Votes {

  /** 基本满意: fairly satisfied, the lowest of the grades that count as satisfied. */
  private static final int SATISFIED_GRADE = 3;

  /** What a matter resolved in part is worth. */
  private static final double PARTLY_WEIGHT = 0.5;

  private static final Count CONTACT_OWED = votes("contactOwed", vote -> owed(vote.contacted()));
  private static final Count CONTACTED =
      votes("contacted", vote -> vote.contacted() != null && vote.contacted() ? 1 : 0);
  private static final Count ANSWERED = votes("answered", vote -> owed(vote.resolved()));
  private static final Count YES = votes("answeredYes", vote -> is(vote, Answer.YES));
  private static final Count PARTLY = votes("answeredPartly", vote -> is(vote, Answer.PARTLY));
  private static final Count RATED =
      votes("rated", vote -> vote.satisfied() != null || vote.grade() != null ? 1 : 0);
  private static final Count SATISFIED = votes("satisfied", vote -> satisfied(vote) ? 1 : 0);

  static final Figure RESPONSE_RATE =
      Figure.ratio(
          "petitions.responseRate",
          "响应率",
          "Response rate",
          "期内回访或评价中确认在首次联系时限内得到联系的 ÷ 应联系且已作答的",
          "votes that confirm first contact within its limit ÷ votes on requests where contact was"
              + " owed",
          null,
          List.of(CONTACT_OWED, CONTACTED),
          null,
          sums -> Figure.Result.ratio(sums.in(CONTACTED), sums.in(CONTACT_OWED)));

  static final Figure RESOLUTION_RATE =
      Figure.ratio(
          "petitions.resolutionRate",
          "解决率",
          "Resolution rate",
          "（期内回访或评价为已解决的 + 0.5 × 部分解决的）÷ 已作答的",
          "(votes that say resolved + 0.5 × votes that say partly) ÷ votes that answer the question",
          null,
          List.of(ANSWERED, YES, PARTLY),
          null,
          sums ->
              Figure.Result.ratio(
                  half(sums.in(YES) + PARTLY_WEIGHT * sums.in(PARTLY)), sums.in(ANSWERED)));

  static final Figure SATISFACTION_RATE =
      Figure.ratio(
          "petitions.satisfactionRate",
          "满意率",
          "Satisfaction rate",
          "期内回访或评价为满意的（五级评价中非常满意、满意、基本满意）÷ 已评价的",
          "votes that say satisfied, or grade 3 to 5 where only a grade was given ÷ votes that rate",
          null,
          List.of(RATED, SATISFIED),
          null,
          sums -> Figure.Result.ratio(sums.in(SATISFIED), sums.in(RATED)));

  private Votes() {}

  private static Count votes(String name, ToLongFunction<Vote> share) {
    return Count.of(name)
        .on(
            Voted.class,
            (event, day, adding) -> {
              if (event.replaces() != null) {
                adding.add(event.replaces().day(), -share.applyAsLong(event.replaces()));
              }
              adding.add(event.vote().day(), share.applyAsLong(event.vote()));
            })
        .on(
            Reopened.class,
            (event, day, adding) -> {
              if (event.voided() != null) {
                adding.add(event.voided().day(), -share.applyAsLong(event.voided()));
              }
            })
        .moved((standing, adding) -> {
          if (standing.vote() != null) {
            adding.add(standing.vote().day(), share.applyAsLong(standing.vote()));
          }
        });
  }

  private static long owed(@Nullable Object answer) {
    return answer == null ? 0 : 1;
  }

  private static long is(Vote vote, Answer answer) {
    return vote.resolved() == answer ? 1 : 0;
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
