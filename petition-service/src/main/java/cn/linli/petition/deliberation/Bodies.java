package cn.linli.petition.deliberation;

import cn.linli.petition.casework.Codes;
import cn.linli.platform.casework.Recorded;
import cn.linli.platform.web.NamesActor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the steps are told. */
final class Bodies {

  private static final int ATTENDEES_MAX = 500;
  private static final int PARTIES_MAX = 50;

  private Bodies() {}

  /**
   * @param matter a code of the deliberating body's register, for instance {@code covenant}
   */
  record Deliberate(
      @NotBlank @Size(max = 200) String venue,
      @NotNull Instant meetingAt,
      @NotBlank @Size(max = 2_000) String topic,
      @Nullable @Pattern(regexp = Codes.WORD) String matter) {}

  /** At least one of them; a person without a role is a resident. */
  record Attendee(@Nullable @Size(max = 50) String person, @Nullable @Size(max = 40) String role) {}

  record Meeting(
      @NotEmpty @Size(max = ATTENDEES_MAX) List<@NotNull @Valid Attendee> attendees,
      @NotBlank @Size(max = 20_000) String resolution) {}

  /**
   * @param parties codes of organisations, divisions or roles; other words stay in the vault
   */
  record Consult(
      @NotEmpty @Size(max = PARTIES_MAX) List<@NotBlank @Size(max = 100) String> parties,
      @NotBlank @Size(max = 20_000) String outcome,
      @Nullable @Valid Agreement agreement) {}

  /**
   * @param parties those of the consultation, if it does not say others
   * @param object what is shared or done
   * @param from first day
   * @param until last day
   */
  record Agreement(
      @Nullable @Size(min = 1, max = PARTIES_MAX) List<@NotBlank @Size(max = 100) String> parties,
      @NotBlank @Size(max = 5_000) String object,
      @NotNull LocalDate from,
      @NotNull LocalDate until) {}

  /**
   * @param by who is responsible; the caller's own unit if it is not said
   */
  record Act(
      @NotBlank @Size(max = 5_000) String task,
      @Nullable @NamesActor @Size(max = 80) String by,
      @Nullable Instant due,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  record Review(
      @NotNull @Min(1) @Max(5) Integer score,
      @Nullable @Size(max = 2_000) String comment,
      @Nullable @Valid Recorded recordedOnBehalf) {}
}
