package cn.linli.mediation.hearings;

import cn.linli.platform.casework.Recorded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the actions of this capability are told. {@code party}: its number; null: the one that the
 * token speaks for. {@code recordedOnBehalf}: evidence, where a mediator writes it down.
 */
final class Bodies {

  static final String PARTY = "p[0-9]{1,2}";
  private static final int ATTENDEES_MAX = 100;

  private Bodies() {}

  /** {@code open}: others may listen; null: no. */
  record Schedule(
      @NotNull Instant at, @NotBlank @Size(max = 200) String venue, @Nullable Boolean open) {}

  record Reschedule(
      @NotNull Instant at,
      @Nullable @Size(min = 1, max = 200) String venue,
      @Nullable Boolean open,
      @NotBlank @Size(max = 500) String reason) {}

  /** {@code mediator}: id, where one of them confirms. */
  record Notice(
      @Nullable @Pattern(regexp = PARTY) String party,
      @Nullable @Size(max = 40) String mediator,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  /**
   * @param began when it began and {@code ended}: both or none; without them nobody gets minutes
   * @param listeners how many others; null: none
   */
  record Record(
      @NotEmpty @Size(max = ATTENDEES_MAX) List<@NotNull @Valid Attendee> attendance,
      @NotBlank @Size(max = 20_000) String course,
      @NotBlank @Size(max = 20_000) String result,
      @Nullable Instant began,
      @Nullable Instant ended,
      @Nullable @Min(0) @Max(1_000) Integer listeners) {}

  /**
   * @param who a party ({@code p1}), a helper ({@code helper-1}) or a mediator's id
   * @param present null: yes
   * @param representative somebody came for the party; null: no
   * @param minutes of a mediator who left before the end; null: all of it
   */
  record Attendee(
      @NotBlank @Size(max = 40) String who,
      @Nullable Boolean present,
      @Nullable Boolean representative,
      @Nullable @Min(0) @Max(720) Integer minutes) {}

  record Helper(
      @NotBlank @Size(max = 50) String name,
      @NotBlank @Pattern(regexp = "relative|neighbour|colleague|expert|elder|organisation")
          String relation,
      @Nullable @Pattern(regexp = PARTY) String party,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  /** Whether a party agrees. */
  record Answer(
      @NotNull Boolean given,
      @Nullable @Pattern(regexp = PARTY) String party,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  record Caucus(
      @NotBlank @Pattern(regexp = PARTY) String party, @NotBlank @Size(max = 20_000) String note) {}

  /**
   * @param content what is offered
   * @param inReplyTo number of the offer it answers
   * @param revises number of the maker's own offer that it replaces
   */
  record Offer(
      @NotBlank @Size(max = 20_000) String content,
      @Nullable @Min(1) @Max(100) Integer inReplyTo,
      @Nullable @Min(1) @Max(100) Integer revises,
      @Nullable @Pattern(regexp = PARTY) String party,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  record Facts(@NotBlank @Size(max = 20_000) String content) {}
}
