package cn.linli.petition.domain;

import cn.linli.events.petition.NoticeKind;
import cn.linli.events.petition.NoticeWay;
import cn.linli.events.petition.ReviewResult;
import cn.linli.events.petition.ReviewStage;
import cn.linli.events.petition.Settlement;
import cn.linli.events.petition.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of a formal petition only. Source: 信访工作条例. */
public sealed interface FormalCommand extends PetitionCommand
    permits FormalCommand.Transfer,
        FormalCommand.ServeNotice,
        FormalCommand.IssueOpinion,
        FormalCommand.RequestReview,
        FormalCommand.Hear,
        FormalCommand.DecideReview,
        FormalCommand.Recuse {

  /**
   * @param organisation as in {@link PetitionCommand.Dispatch}
   * @param due 交办: the sender's own, shorter limit for the answer
   */
  record Transfer(String organisation, @Nullable Instant due) implements FormalCommand {}

  /**
   * @param receivedAt when the petitioner had it; null: at once
   * @param impossible why it can't be served, a code
   */
  record ServeNotice(
      NoticeKind kind,
      @Nullable NoticeWay way,
      @Nullable Instant receivedAt,
      @Nullable String impossible)
      implements FormalCommand {}

  record IssueOpinion(
      Verdict result,
      Settlement settlement,
      String claimsRef,
      String factsRef,
      String opinionRef,
      String basisRef)
      implements FormalCommand {}

  record RequestReview(ReviewStage stage, @Nullable String reasonRef) implements FormalCommand {}

  /** A hearing (听证) begins or ends; null: whichever is next. */
  record Hear(@Nullable Boolean begins) implements FormalCommand {}

  record DecideReview(ReviewResult result, @Nullable String opinionRef) implements FormalCommand {}

  /** Who has it in hand withdraws (回避). */
  record Recuse(@Nullable String reasonRef) implements FormalCommand {}
}
