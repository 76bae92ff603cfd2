package cn.linli.petition.closing;

import cn.linli.events.petition.Answer;
import cn.linli.platform.casework.Recorded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told; the tracking code's holder uses some of them. */
public final class Bodies {

  private static final int GRADE_MAX = 5;

  private Bodies() {}

  /** Fields of the petitioner's word are needed where somebody was reached. */
  record Visit(
      @NotNull Boolean reached,
      @Nullable Boolean contacted,
      @Nullable Answer resolved,
      @Nullable Boolean satisfied,
      @Nullable @Min(1) @Max(GRADE_MAX) Integer grade,
      @Nullable @Size(max = 2_000) String note) {}

  /** {@code reached} is accepted because a visit has it too; who rates was reached. */
  public record Rate(
      @Nullable Boolean reached,
      @Nullable Boolean contacted,
      @NotNull Answer resolved,
      @NotNull Boolean satisfied,
      @Nullable @Min(1) @Max(GRADE_MAX) Integer grade,
      @Nullable @Size(max = 2_000) String note,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  record Thanks(@NotBlank @Size(max = 200) String form) {}

  record Close(@Nullable @Size(max = 2_000) String reason) {}

  public record Reopen(@NotBlank @Size(max = 2_000) String reason) {}

  public record Withdraw(@Nullable @Valid Recorded recordedOnBehalf) {}
}
