package cn.linli.timebank.rewards;

import cn.linli.events.timebank.RewardKind;
import cn.linli.events.timebank.RewardProvider;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.casework.StreamName;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.InDivision;
import cn.linli.timebank.domain.rewards.RewardRules;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a catalogue is told. */
final class Bodies {

  /** Of one piece or one service, in minutes or points: a whole passbook. */
  private static final int PRICE_MAX = 90_000;

  private static final int QUARTER_LIMIT_MAX = 1_000;

  private Bodies() {}

  /**
   * @param division the community that gives it
   * @param service kind of service, for figures; only of services
   * @param price of one, in the unit
   * @param stock how many there are; goods have one
   * @param quarterLimit how many one account may order in a calendar quarter
   * @param provider whose people may fulfil its orders besides clerks
   */
  record Offer(
      @NotNull DivisionCode division,
      @NotBlank @Size(max = 100) String title,
      @NotNull RewardKind kind,
      @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String service,
      @NotNull Unit unit,
      @NotNull @Min(1) @Max(PRICE_MAX) Integer price,
      @Nullable @Min(0) @Max(RewardRules.STOCK_MAX) Integer stock,
      @Nullable @Min(1) @Max(QUARTER_LIMIT_MAX) Integer quarterLimit,
      @Nullable @Valid Provider provider)
      implements InDivision {}

  /**
   * @param id of a passbook, a team or a unit of the place
   */
  record Provider(
      RewardProvider.@NotNull Kind kind, @NotNull @Pattern(regexp = StreamName.ID) String id) {}

  record Price(@NotNull @Min(1) @Max(PRICE_MAX) Integer price) {}

  record Restock(@NotNull @Min(1) @Max(RewardRules.STOCK_MAX) Integer quantity) {}

  record Reason(@NotBlank @Size(max = 500) String reason) {}
}
