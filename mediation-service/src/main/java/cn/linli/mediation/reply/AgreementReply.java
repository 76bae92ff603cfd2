package cn.linli.mediation.reply;

import cn.linli.events.mediation.AgreementForm;
import cn.linli.events.mediation.AmountBand;
import cn.linli.events.mediation.Determination;
import cn.linli.events.mediation.PerformanceState;
import cn.linli.mediation.domain.Agreement;
import cn.linli.mediation.domain.Confirmation;
import cn.linli.mediation.domain.Obligation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One agreement.
 *
 * @param binds numbers of the parties that sign
 * @param missing codes of what still keeps it from binding
 * @param effectiveAt from when it binds
 * @param confirmableUntil the first instant at which no party can apply any more
 */
public record AgreementReply(
    String id,
    AgreementForm form,
    Agreement.State state,
    boolean partial,
    List<String> claims,
    List<String> binds,
    @Nullable String facts,
    @Nullable String issues,
    List<String> responsibilities,
    List<Owed> obligations,
    List<Determination> determines,
    @Nullable AmountBand amountBand,
    Instant draftedAt,
    List<Agreement.Signature> signatures,
    @Nullable Instant sealedAt,
    List<String> missing,
    @Nullable Instant effectiveAt,
    @Nullable Instant confirmableUntil,
    @Nullable Court confirmation,
    List<Visited> visits) {

  /**
   * @param told which steps of the follow-up were taken: fell-due · return-visit · remedy
   */
  public record Owed(
      String id,
      String obligor,
      String obligee,
      @Nullable String content,
      @Nullable Long amountFen,
      @Nullable String manner,
      @Nullable String place,
      Instant due,
      Obligation.State state,
      @Nullable Instant settledAt,
      @Nullable String note,
      List<Obligation.Step> told) {}

  /** {@code joined}: the parties that have applied so far. */
  public record Court(
      @Nullable String court,
      Confirmation.State state,
      List<String> joined,
      @Nullable Instant appliedAt,
      @Nullable Instant decidedAt,
      @Nullable String caseNumber,
      @Nullable String reason) {}

  public record Visited(
      String party,
      PerformanceState performed,
      @Nullable Boolean satisfied,
      boolean again,
      @Nullable String note,
      Instant at) {}
}
