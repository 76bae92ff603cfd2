package cn.linli.timebank.certificates;

import cn.linli.platform.casework.Recorded;
import cn.linli.timebank.casework.AccountCases;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is said about certificates. */
final class Bodies {

  private static final int WORDS = 2_000;

  private Bodies() {}

  /**
   * @param recordedOnBehalf what shows that the volunteer wants it, where a clerk asks
   */
  record Ask(
      @NotNull @Pattern(regexp = AccountCases.ID) String account,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  record Object(@NotBlank @Size(max = WORDS) String reason) {}

  /**
   * @param objection its number, from 1
   * @param upheld the certificate is not issued
   */
  record Answer(
      @NotNull @Min(1) @Max(100) Integer objection,
      @NotNull Boolean upheld,
      @NotBlank @Size(max = WORDS) String reason) {}
}
