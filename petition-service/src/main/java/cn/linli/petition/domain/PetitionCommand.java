package cn.linli.petition.domain;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Entry;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Urgency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a request. Free text has become a vault reference before it gets here: a
 * field that ends in {@code Ref}.
 */
public sealed interface PetitionCommand
    permits PetitionCommand.Submit,
        PetitionCommand.Import,
        PetitionCommand.Relocate,
        PetitionCommand.Accept,
        PetitionCommand.Reject,
        PetitionCommand.Dispatch,
        PetitionCommand.AddCoHandlers,
        PetitionCommand.Contact,
        PetitionCommand.Progress,
        PetitionCommand.AskReturn,
        PetitionCommand.DecideReturn,
        PetitionCommand.Escalate,
        PetitionCommand.SendBack,
        PetitionCommand.Resolve,
        PetitionCommand.Visit,
        PetitionCommand.Rate,
        PetitionCommand.Thank,
        PetitionCommand.Close,
        PetitionCommand.Reopen,
        PetitionCommand.Withdraw,
        PetitionCommand.AskExtension,
        PetitionCommand.DecideExtension,
        PetitionCommand.AskSuspension,
        PetitionCommand.DecideSuspension,
        PetitionCommand.Resume,
        PetitionCommand.Remind,
        PetitionCommand.Supervise,
        PetitionCommand.Comment,
        PetitionCommand.Attach,
        ErasureCommand,
        DeliberationCommand,
        BatchCommand,
        NoticeCommand,
        KinCommand,
        WhistleCommand,
        BuildingWhistleCommand,
        FormalCommand,
        ReferralCommand {

  /**
   * @param accused code of the accused body, or of the body an accused person serves
   * @param consented the represented person's consent is recorded
   * @param previousFormal how the matter it follows stands in the formal regime
   */
  record Submit(
      Kind kind,
      Regime regime,
      Channel channel,
      Urgency urgency,
      String category,
      String division,
      boolean anonymous,
      boolean confidential,
      boolean onBehalf,
      boolean consented,
      int representatives,
      int affectedHouseholds,
      boolean accusesBody,
      @Nullable String accused,
      @Nullable String previousMatter,
      @Nullable String refusedBy,
      FormalPast previousFormal,
      @Nullable String externalMark,
      @Nullable String sketch,
      String contentRef,
      @Nullable String contactRef,
      List<String> attachments)
      implements PetitionCommand {}

  /**
   * Imported history: filed, and answered if {@code repliedAt} is given. No timers.
   *
   * @param level null where the source does not tell it
   */
  record Import(
      Kind kind,
      Channel channel,
      String category,
      String division,
      Instant submittedAt,
      boolean dateOnly,
      String contentRef,
      String externalMark,
      @Nullable String sketch,
      @Nullable Instant repliedAt,
      @Nullable String resultRef,
      @Nullable Level level)
      implements PetitionCommand {}

  /** Out of quarantine, or a code changed. */
  record Relocate(String division) implements PetitionCommand {}

  record Accept() implements PetitionCommand {}

  record Reject(String code, String reasonRef, String rightChannel) implements PetitionCommand {}

  /**
   * @param organisation a division's code, an organisation's code, or {@code
   *     organisation@division}; null: the body responsible is not known, so it goes to the district
   * @param complex several bodies have to act: the answer has longer
   */
  record Dispatch(@Nullable String organisation, @Nullable Instant due, boolean complex)
      implements PetitionCommand {
    public Dispatch(@Nullable String organisation, @Nullable Instant due) {
      this(organisation, due, false);
    }
  }

  record AddCoHandlers(List<String> organisations) implements PetitionCommand {}

  record Contact(String noteRef) implements PetitionCommand {}

  record Progress(Entry entry, String noteRef) implements PetitionCommand {}

  /**
   * @param detailed the reason is more than a word: an objection in the formal regime asks for that
   */
  record AskReturn(String reasonRef, boolean detailed) implements PetitionCommand {}

  /**
   * @param designate with {@code granted}: the body it goes to instead, for good
   * @param stays without {@code granted}: the holder is designated
   */
  record DecideReturn(boolean granted, @Nullable String designate, boolean stays)
      implements PetitionCommand {}

  record Escalate(String reasonRef) implements PetitionCommand {}

  record SendBack(String reasonRef) implements PetitionCommand {}

  record Resolve(Outcome outcome, String resultRef) implements PetitionCommand {}

  /** A visit: {@code reached} false tells only that nobody answered. */
  record Visit(
      boolean reached,
      @Nullable Boolean contacted,
      @Nullable Answer resolved,
      @Nullable Boolean satisfied,
      @Nullable Integer grade,
      @Nullable String noteRef)
      implements PetitionCommand {}

  /** The petitioner's own word. */
  record Rate(
      @Nullable Boolean contacted,
      Answer resolved,
      boolean satisfied,
      @Nullable Integer grade,
      @Nullable String noteRef)
      implements PetitionCommand {}

  record Thank(String form) implements PetitionCommand {}

  record Close(@Nullable String reasonRef) implements PetitionCommand {}

  record Reopen(@Nullable String reasonRef) implements PetitionCommand {}

  record Withdraw() implements PetitionCommand {}

  record AskExtension(Instant until, String reasonRef) implements PetitionCommand {}

  record DecideExtension(boolean granted) implements PetitionCommand {}

  record AskSuspension(Instant until, String reasonRef, String planRef)
      implements PetitionCommand {}

  record DecideSuspension(boolean granted) implements PetitionCommand {}

  record Resume() implements PetitionCommand {}

  record Remind() implements PetitionCommand {}

  /** {@code form}: routine · listed · interview · on-site. */
  record Supervise(String form, Instant due) implements PetitionCommand {}

  record Comment(String noteRef) implements PetitionCommand {}

  record Attach(List<String> attachments) implements PetitionCommand {}
}
