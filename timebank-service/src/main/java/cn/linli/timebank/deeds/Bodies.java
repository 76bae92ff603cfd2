package cn.linli.timebank.deeds;

import cn.linli.events.WireName;
import cn.linli.timebank.casework.AccountCases;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the moral bank is told. */
final class Bodies {

  private static final String CODE = "[a-z0-9][a-z0-9-]{0,63}";
  private static final String FILE = "[0-9a-z]{26}";
  private static final int WORDS = 2_000;

  private Bodies() {}

  /**
   * @param deed code of the catalogue
   * @param evidence what shows it, in words
   * @param attachments files that show it
   */
  record Report(
      @NotNull @Pattern(regexp = AccountCases.ID) String account,
      @NotNull @Pattern(regexp = CODE) String deed,
      @NotBlank @Size(max = WORDS) String evidence,
      @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = FILE) String> attachments) {}

  /** {@code breach}: code of the published list. */
  record Deduct(
      @NotNull @Pattern(regexp = AccountCases.ID) String account,
      @NotNull @Pattern(regexp = CODE) String breach,
      @NotBlank @Size(max = WORDS) String evidence,
      @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = FILE) String> attachments) {}

  /** {@code approve}: for the deed, the deduction, the objection or the appeal that is voted on. */
  record Vote(@NotNull Boolean approve) {}

  record Reason(@NotBlank @Size(max = WORDS) String reason) {}

  /** {@code attended}: false where whoever is to lose points was asked and did not come. */
  record Hearing(@NotNull Boolean attended, @NotBlank @Size(max = WORDS) String record) {}

  record Recuse(@NotNull Ground ground) {}

  /** Why a member steps back. */
  enum Ground implements WireName {
    KIN,
    OPPONENT,
    OTHER
  }
}
