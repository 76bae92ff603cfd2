package cn.linli.petition.pace;

import cn.linli.events.WireName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** What the actions of this capability are told. */
final class Bodies {

  private Bodies() {}

  record Extend(@NotNull Instant until, @NotBlank @Size(max = 2_000) String reason) {}

  record Suspend(
      @NotBlank @Size(max = 2_000) String reason,
      @NotBlank @Size(max = 2_000) String plan,
      @NotNull Instant until) {}

  record Decide(@NotNull Boolean granted) {}

  record Supervise(@NotNull SupervisionKind kind, @NotNull Instant due) {}

  /** 日常 · 挂牌 · 约谈 · 现场. Source: 潍坊市12345条例 §26, domain rules §4.4. */
  enum SupervisionKind implements WireName {
    ROUTINE,
    LISTED,
    INTERVIEW,
    ON_SITE
  }
}
