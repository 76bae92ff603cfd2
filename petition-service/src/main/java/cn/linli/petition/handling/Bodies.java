package cn.linli.petition.handling;

import cn.linli.events.petition.Entry;
import cn.linli.events.petition.Outcome;
import cn.linli.petition.casework.Codes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. */
final class Bodies {

  private Bodies() {}

  /**
   * @param code why it is not taken in, for instance {@code litigation}
   * @param rightChannel where it belongs, a code; other words are kept with the reason
   */
  record Reject(
      @NotBlank @Pattern(regexp = Codes.WORD) String code,
      @NotBlank @Size(max = 2_000) String reason,
      @Nullable @Size(max = 200) String rightChannel) {}

  /** {@code attachments}: for those who handle it, not for the petitioner. */
  record Contact(
      @NotBlank @Size(max = 2_000) String note,
      @Nullable @Size(max = 20) List<@NotBlank @Size(max = 64) String> attachments) {}

  /** {@code attachments}: for those who handle it, not for the petitioner. */
  record Progress(
      @NotBlank @Size(max = 5_000) String note,
      @NotNull Entry entry,
      @Nullable @Size(max = 20) List<@NotBlank @Size(max = 64) String> attachments) {}

  /** {@code attachments}: shown to the petitioner with the answer. */
  record Resolve(
      @NotBlank @Size(max = 20_000) String result,
      @NotNull Outcome outcome,
      @Nullable @Size(max = 20) List<@NotBlank @Size(max = 64) String> attachments) {}
}
