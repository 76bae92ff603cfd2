package cn.linli.timebank.orders;

import cn.linli.events.timebank.Unit;
import cn.linli.platform.casework.Recorded;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.RewardCases;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said of orders. */
final class Bodies {

  /** Of one reward in one order. */
  private static final int QUANTITY_MAX = 1_000;

  private Bodies() {}

  /**
   * @param account that pays
   * @param unit in which the caller means to pay; refused where the price is in the other one
   */
  record Place(
      @NotBlank @Pattern(regexp = AccountCases.ID) String account,
      @NotBlank @Pattern(regexp = RewardCases.ID) String reward,
      @NotNull @Min(1) @Max(QUANTITY_MAX) Integer quantity,
      @Nullable Unit unit,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  /**
   * @param deliveredBy account of a volunteer who did the service; with the time it took
   */
  record Fulfil(
      @Nullable @Pattern(regexp = AccountCases.ID) String deliveredBy,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {}

  record Cancel(@Nullable @Size(max = 500) String reason) {}
}
