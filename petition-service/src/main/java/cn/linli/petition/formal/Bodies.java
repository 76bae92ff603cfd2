package cn.linli.petition.formal;

import cn.linli.events.WireName;
import cn.linli.events.petition.NoticeKind;
import cn.linli.events.petition.NoticeWay;
import cn.linli.events.petition.ReviewResult;
import cn.linli.events.petition.ReviewStage;
import cn.linli.events.petition.Settlement;
import cn.linli.events.petition.Verdict;
import cn.linli.petition.casework.Codes;
import cn.linli.platform.casework.Recorded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. */
final class Bodies {

  private Bodies() {}

  /**
   * @param organisation a division's code, an organisation's, or {@code organisation@division}
   * @param due assigned with a limit of the sender's own (交办)
   */
  record Transfer(
      @NotBlank @Pattern(regexp = Codes.BODY) String organisation, @Nullable Instant due) {}

  /**
   * @param receivedAt when the petitioner had it; needed for the answer
   * @param impossible why the notice of receipt can't be served
   */
  record Notice(
      @NotNull NoticeKind kind,
      @Nullable NoticeWay way,
      @Nullable Instant receivedAt,
      @Nullable Impossible impossible) {}

  /** 姓名(名称)、住址不清. Source: 信访工作条例 §23. */
  enum Impossible implements WireName {
    NAME_UNCLEAR,
    ADDRESS_UNCLEAR
  }

  /**
   * @param outcome how the matter is settled (§27); follows from the result where it is not said
   */
  record Opinion(
      @NotBlank @Size(max = 5_000) String claims,
      @NotBlank @Size(max = 20_000) String facts,
      @NotBlank @Size(max = 20_000) String opinion,
      @NotBlank @Size(max = 5_000) String basis,
      @NotNull Verdict result,
      @Nullable Settlement outcome) {

    Settlement settlement() {
      if (outcome != null) {
        return outcome;
      }
      return switch (result) {
        case SUPPORT -> Settlement.RESOLVED;
        case EXPLAIN, NOT_SUPPORTED -> Settlement.PERSUADED;
      };
    }
  }

  /** {@code phase}: whichever is next where it is not said. */
  record Hearing(@Nullable Phase phase) {}

  enum Phase implements WireName {
    BEGINS,
    ENDS
  }

  record ReviewRequest(
      @NotNull ReviewStage stage,
      @Nullable @Size(max = 5_000) String reason,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  /**
   * @param opinion the reviewing body's own words
   */
  record ReviewDecision(
      @NotNull ReviewResult result, @Nullable @Size(max = 20_000) String opinion) {}

  record Recusal(@Nullable @Size(max = 2_000) String reason) {}
}
