package cn.linli.mediation.obligations;

import cn.linli.events.mediation.PerformanceState;
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
   * @param note how it was shown, for instance a receipt's number
   * @param attachments the receipt
   */
  record Perform(
      @Nullable @Size(max = 2_000) String note,
      @Nullable @Size(max = 20) List<@NotBlank @Size(max = 64) String> attachments) {}

  record Miss(@Nullable @Size(max = 2_000) String note) {}

  /**
   * @param agreement absent where only one binds
   * @param party who was asked; absent: whom the first item is owed to
   * @param again whether there is a new dispute or a suit; absent: no
   */
  record ReturnVisit(
      @Nullable @Pattern(regexp = "[0-9a-z-]{1,64}") String agreement,
      @Nullable @Pattern(regexp = "p[0-9]{1,2}") String party,
      @NotNull PerformanceState performed,
      @Nullable Boolean satisfied,
      @Nullable Boolean again,
      @NotBlank @Size(max = 2_000) String note) {}

  record CloseFile(@Nullable @Size(max = 2_000) String note) {}
}
