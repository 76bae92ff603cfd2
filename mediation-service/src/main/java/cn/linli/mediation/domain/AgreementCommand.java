package cn.linli.mediation.domain;

import cn.linli.events.mediation.AgreementForm;
import cn.linli.events.mediation.Determination;
import cn.linli.events.mediation.PerformanceState;
import cn.linli.events.mediation.SigningManner;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of agreements and of what they oblige to. */
public sealed interface AgreementCommand extends DisputeCommand {

  /**
   * The mediators write down what was agreed. What is missing is refused with a code of its own, so
   * every mandatory part may be null here.
   *
   * @param id of the new agreement
   * @param claims which it settles; empty: all that are open, or, if partial, those between the
   *     parties of its items
   * @param partial whether some claims stay open
   */
  record Agree(
      String id,
      AgreementForm form,
      @Nullable String factsRef,
      @Nullable String issuesRef,
      @Nullable String responsibilitiesRef,
      List<Item> items,
      List<String> claims,
      boolean partial,
      List<Determination> determines)
      implements AgreementCommand {
    public Agree {
      items = List.copyOf(items);
      claims = List.copyOf(claims);
      determines = List.copyOf(determines);
    }
  }

  /**
   * @param termsRef content, amount, manner and place, sealed together
   * @param hasContent whether it says what is to be done; {@code hasManner}: and how
   */
  record Item(
      @Nullable String obligor,
      @Nullable String obligee,
      String termsRef,
      boolean hasContent,
      boolean hasManner,
      @Nullable Long amountFen,
      @Nullable Instant due) {}

  record Sign(Voice voice, String agreement, SigningManner manner)
      implements AgreementCommand, PartyAct {}

  /**
   * @param mediator on the panel; null: the token's own
   * @param recorded evidence, where another mediator of the case writes it down
   */
  record SignAsMediator(
      String agreement,
      @Nullable String mediator,
      Voice.@Nullable Recorded recorded,
      SigningManner manner)
      implements AgreementCommand {}

  record Seal(String agreement) implements AgreementCommand {}

  record JoinConfirmation(Voice voice, String agreement, String courtRef, String courtMark)
      implements AgreementCommand, PartyAct {}

  record DecideConfirmation(
      String agreement, boolean confirmed, @Nullable String caseRef, @Nullable String reasonRef)
      implements AgreementCommand {}

  /** The party it is owed to has it, or the mediators saw it done. */
  record Perform(String obligation, @Nullable String noteRef, List<String> attachments)
      implements AgreementCommand {
    public Perform {
      attachments = List.copyOf(attachments);
    }
  }

  record Miss(String obligation, @Nullable String noteRef) implements AgreementCommand {}

  /**
   * @param agreement null: the only one that binds
   * @param party who was asked; null: whoever is owed something
   */
  record ReturnVisit(
      @Nullable String agreement,
      @Nullable String party,
      PerformanceState performed,
      @Nullable Boolean satisfied,
      boolean again,
      String noteRef)
      implements AgreementCommand {}

  record CloseFile(@Nullable String noteRef) implements AgreementCommand {}
}
