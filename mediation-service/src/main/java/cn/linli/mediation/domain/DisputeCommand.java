package cn.linli.mediation.domain;

import cn.linli.events.mediation.Bench;
import cn.linli.events.mediation.CaseNumber;
import cn.linli.events.mediation.ClaimMade;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.ErasureGround;
import cn.linli.events.mediation.PartyNamed;
import cn.linli.events.mediation.PartyType;
import cn.linli.events.petition.ReferralOrigin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a dispute. Free text has become a vault reference before it gets here: a
 * field that ends in {@code Ref}. A capability adds a sealed interface of its own to {@code
 * permits}; what a party does implements {@link PartyAct} beside it.
 */
public sealed interface DisputeCommand
    permits DisputeCommand.Register,
        DisputeCommand.Accept,
        DisputeCommand.Refuse,
        DisputeCommand.Answer,
        DisputeCommand.Invite,
        DisputeCommand.Join,
        DisputeCommand.Describe,
        DisputeCommand.Leave,
        DisputeCommand.Withdraw,
        DisputeCommand.Transfer,
        DisputeCommand.AddFiles,
        DisputeCommand.Erase,
        ContactCommand,
        NoticeCommand,
        HandOverCommand,
        DossierCommand,
        HearingCommand,
        AssessmentCommand,
        PaceCommand,
        RiskCommand,
        PanelCommand,
        AgreementCommand {

  /**
   * @param sketch keyed sketch of title and facts, base 64: answers "may it contain this?"
   * @param onBehalf who filed recorded what the applicants asked, with evidence
   * @param buildingFirst to the peacemakers of the building before any committee
   */
  record Register(
      String id,
      DisputeKind kind,
      DisputeSource source,
      String division,
      String contentRef,
      List<PartyNamed> parties,
      List<ClaimMade> claims,
      List<String> attachments,
      @Nullable String sketch,
      boolean onBehalf,
      boolean buildingFirst,
      @Nullable ReferralOrigin origin)
      implements DisputeCommand {}

  /**
   * @param bench who takes it, as looked up; null: whom it was proposed to
   * @param number the committee's next one; null at building level
   */
  record Accept(@Nullable Bench bench, @Nullable CaseNumber number) implements DisputeCommand {}

  /** {@code code}: one of {@link NotForMediation}. */
  record Refuse(String code) implements DisputeCommand {}

  /** Whether a party consents. */
  record Answer(Voice voice, boolean given) implements DisputeCommand, PartyAct {}

  record Invite(String party, String codeMark) implements DisputeCommand {}

  record Join(String codeMark) implements DisputeCommand {}

  /** Who a party is: a referral tells no names. */
  record Describe(
      String party,
      PartyType type,
      String nameRef,
      @Nullable String organisation,
      boolean represented,
      @Nullable String phoneMark)
      implements DisputeCommand {}

  record Leave(Voice voice, String reasonRef) implements DisputeCommand, PartyAct {}

  record Withdraw(Voice voice) implements DisputeCommand, PartyAct {}

  record Transfer(Bench to, @Nullable String reasonRef) implements DisputeCommand {}

  record AddFiles(List<String> attachments) implements DisputeCommand {}

  /**
   * @param keptMonths how long the tenant keeps files of closed cases
   */
  record Erase(ErasureGround ground, int keptMonths) implements DisputeCommand {}
}
