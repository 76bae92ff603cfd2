package cn.linli.petition.reply;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Urgency;
import cn.linli.petition.domain.Card;
import cn.linli.petition.domain.Status;
import cn.linli.platform.web.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as its readers see it: names, phones and addresses masked.
 *
 * @param trackingCode only for who filed it
 * @param petitioner null where anonymous, or confidential and not the reader's to know
 * @param erasedAt since when its texts are gone for good; null: they are there
 * @param formal null for a hotline order
 */
public record PetitionReply(
    String id,
    @Nullable String trackingCode,
    Kind kind,
    Regime regime,
    Status status,
    Level level,
    String division,
    Handler handler,
    Deadlines deadlines,
    Card card,
    List<WhistleReply> whistles,
    WhistleReply.@Nullable CallReply call,
    List<BuildingWhistleReply> buildingWhistles,
    @Nullable ReferralReply referral,
    List<Step> steps,
    List<Visit> visits,
    String title,
    String description,
    String category,
    Channel channel,
    Urgency urgency,
    Instant receivedAt,
    boolean dateOnly,
    boolean imported,
    boolean anonymous,
    boolean confidential,
    boolean onBehalf,
    int affectedHouseholds,
    @Nullable Petitioner petitioner,
    @Nullable String address,
    @Nullable String previousMatter,
    @Nullable String refusedBy,
    List<String> attachments,
    List<String> coHandlers,
    List<String> copies,
    int round,
    int returns,
    int sendBacks,
    int reminders,
    boolean overdue,
    boolean returnPending,
    boolean extensionPending,
    boolean suspensionPending,
    @Nullable Instant suspendedUntil,
    long pausedMinutes,
    @Nullable Supervision supervision,
    @Nullable Result result,
    @Nullable Instant closedAt,
    @Nullable String thanks,
    @Nullable Togetherness kin,
    List<Told> notices,
    @Nullable Instant erasedAt,
    @Nullable DeliberationReply deliberation,
    @Nullable BatchItemPart batch,
    @Nullable FormalReply formal,
    long version)
    implements Versioned {

  /** {@code organisation}: its code, or the division's where its own body has it. */
  public record Handler(String organisation, Level level, String division) {}

  public record Step(Instant at, String what, @Nullable Handler by) {}

  /** {@code byResident}: the petitioner's own rating; a vote of a voided round is not shown. */
  public record Visit(
      LocalDate day,
      boolean reached,
      boolean byResident,
      @Nullable Boolean contacted,
      @Nullable Answer resolved,
      @Nullable Boolean satisfied,
      @Nullable Integer grade) {}

  public record Petitioner(@Nullable String name, @Nullable String phone) {}

  public record Supervision(String kind, Instant due, boolean automatic) {}

  public record Result(
      Instant at, Outcome outcome, @Nullable Level level, @Nullable String text, boolean onTime) {}
}
