package cn.linli.timebank.transfers;

import cn.linli.events.timebank.RelationKind;
import cn.linli.events.timebank.Unit;
import cn.linli.timebank.casework.AccountCases;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is said about gifts. */
final class Bodies {

  private static final int AMOUNT_MAX = 600_000;

  private Bodies() {}

  /**
   * @param to a person's account, the pool of the giver's community, or absent: to nobody in
   *     particular
   * @param relation how the receiver is related; absent: as recorded
   */
  record Give(
      @NotNull @Pattern(regexp = AccountCases.ID) String from,
      @Nullable @Pattern(regexp = AccountCases.ID) String to,
      @NotNull Unit unit,
      @NotNull @Min(1) @Max(AMOUNT_MAX) Long amount,
      @Nullable RelationKind relation,
      @Nullable @Size(max = 500) String reason,
      @Nullable @Valid OnBehalf recordedOnBehalf) {}

  /** A clerk writes down what the holder wants. */
  record OnBehalf(@NotBlank @Size(max = 500) String evidence) {}
}
