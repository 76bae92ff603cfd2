package cn.linli.mediation.domain;

import cn.linli.events.mediation.PaceEvent.Basis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked about a mediation's time and its end. */
public sealed interface PaceCommand extends DisputeCommand {

  /** A mediator's signature under what a court handed over. */
  record SignCourtReceipt(Basis basis, Instant receivedAt, String courtRef)
      implements PaceCommand {}

  /** The mediators ask the parties for more time. */
  record AskLonger(Instant until, String reasonRef) implements PaceCommand {}

  /** A party asks the others, and thereby agrees itself. */
  record WantLonger(Voice voice, Instant until, String reasonRef)
      implements PaceCommand, PartyAct {}

  record AnswerLonger(Voice voice, boolean given) implements PaceCommand, PartyAct {}

  /** {@code noteRef}: more about it, in words. */
  record Fail(EndReason reason, @Nullable String noteRef) implements PaceCommand {}
}
