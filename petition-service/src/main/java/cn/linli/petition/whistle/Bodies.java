package cn.linli.petition.whistle;

import cn.linli.events.petition.CallAnswer;
import cn.linli.events.petition.WhistleCase;
import cn.linli.petition.casework.Codes;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. */
final class Bodies {

  private static final int SCORE_MAX = 5;

  private Bodies() {}

  record Reason(@NotBlank @Size(max = 2_000) String reason) {}

  record AnswerCall(@NotNull CallAnswer answer, @Nullable @Size(max = 2_000) String reason) {}

  /**
   * @param lead the department that leads on the spot, one of those called
   * @param reportInWithin clock time for departments that name none of their own, ISO 8601; absent:
   *     as configured for the case
   */
  record Whistle(
      @NotEmpty @Size(max = 20) List<@NotNull @Valid CalledBody> departments,
      @NotBlank @Pattern(regexp = Codes.BODY) String lead,
      @JsonProperty("case") @NotNull WhistleCase why,
      @NotBlank @Size(max = 2_000) String reason,
      @Nullable Duration reportInWithin) {}

  record Report(@NotBlank @Size(max = 5_000) String result) {}

  /** A street names the department it scores, a department the street: one of the two. */
  record Score(
      @Nullable @Pattern(regexp = Codes.BODY) String department,
      @Nullable @Pattern(regexp = Codes.BODY) String street,
      @NotNull @Min(1) @Max(SCORE_MAX) Integer score) {}

  record BuildingWhistle(@NotBlank @Size(max = 500) String need) {}
}
