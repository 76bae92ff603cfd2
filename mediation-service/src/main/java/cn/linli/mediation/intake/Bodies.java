package cn.linli.mediation.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. */
final class Bodies {

  private Bodies() {}

  /** {@code committee}: which one; null: the caller's own. */
  record Accept(@Nullable @Size(max = 64) String committee) {}

  /** {@code code}: why it is not for mediation. */
  record Refuse(@NotBlank @Size(max = 40) String code) {}

  record Transfer(
      @NotBlank @Size(max = 64) String committee, @Nullable @Size(max = 500) String reason) {}

  record Files(@NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 64) String> attachments) {}
}
