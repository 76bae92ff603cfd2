package cn.linli.mediation.reply;

import cn.linli.events.mediation.AmountBand;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.PartyCause;
import cn.linli.events.mediation.PartyRole;
import cn.linli.events.mediation.PartyType;
import cn.linli.events.petition.ReferralOrigin;
import cn.linli.mediation.domain.Claim;
import cn.linli.mediation.domain.NotForMediation;
import cn.linli.mediation.domain.Party;
import cn.linli.mediation.domain.Status;
import cn.linli.platform.web.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dispute.
 *
 * @param caseNumber {@code （2026）X人调字第1号}; null until a committee accepted
 * @param committee who has it, or is asked to take it; null at building level
 * @param panel who mediates; null while nobody was named
 * @param origin the request behind it
 * @param acceptBy by when a committee says whether it takes it
 * @param consentBy by when the parties answer
 * @param endCode why it was refused or failed
 * @param rightChannel who is right for it instead
 * @param erasedAt when what is personal was erased
 * @param hearings null until something was called or said
 * @param limit null until somebody accepted
 * @param risk null for parties, and where nothing asks for attention
 * @param endNotice null unless it ended without an agreement
 * @param notices messages to the parties; a party sees its own
 */
public record DisputeReply(
    String id,
    @Nullable String caseNumber,
    Status status,
    DisputeLevel level,
    @Nullable String committee,
    @Nullable String committeeName,
    DisputeKind kind,
    DisputeSource source,
    String division,
    String title,
    String facts,
    List<Side> parties,
    List<Asked> claims,
    List<AgreementReply> agreements,
    @Nullable PanelPart panel,
    List<Step> steps,
    List<String> attachments,
    Instant receivedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant acceptBy,
    @Nullable Instant consentBy,
    Instant mediateBy,
    @Nullable Instant concludedAt,
    @Nullable String endCode,
    @Nullable String rightChannel,
    int transfers,
    @Nullable ReferralOrigin origin,
    @Nullable Instant erasedAt,
    @Nullable HearingsReply hearings,
    @Nullable PaceReply limit,
    @Nullable RiskReply risk,
    PaceReply.@Nullable EndReply endNotice,
    List<Told> notices,
    long version)
    implements Versioned {

  /**
   * @param name masked
   * @param joined somebody's own token speaks for it
   * @param mine the reader speaks for it
   */
  public record Side(
      String no,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String representative,
      PartyRole role,
      PartyType type,
      @Nullable String organisation,
      Party.Consent consent,
      @Nullable Instant consentAt,
      boolean joined,
      boolean mine,
      @Nullable PartyCause left,
      @Nullable Instant leftAt) {}

  public record Asked(
      String no,
      String by,
      List<String> against,
      @Nullable String content,
      @Nullable Long amountFen,
      @Nullable AmountBand amountBand,
      Claim.Status status,
      @Nullable AssessmentReply assessment) {}

  public record Step(
      Instant at, String what, @Nullable DisputeLevel level, @Nullable String committee) {}

  static @Nullable String channel(@Nullable String endCode) {
    return endCode == null
        ? null
        : NotForMediation.ofWire(endCode).map(NotForMediation::channel).orElse(null);
  }
}
