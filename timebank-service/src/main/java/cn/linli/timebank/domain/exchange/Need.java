package cn.linli.timebank.domain.exchange;

import cn.linli.events.WireName;
import cn.linli.events.timebank.ExchangeEvent;
import cn.linli.events.timebank.ExchangeEvent.*;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a resident needs done.
 *
 * @param match that holds it, or met it
 * @param endCode why it was refused or withdrawn
 */
public record Need(
    @Nullable NeedFiled filed,
    Status status,
    boolean fromPool,
    @Nullable String match,
    @Nullable String endCode,
    @Nullable Instant filedAt) {

  /** Nobody needs anything under this id. */
  public static final Need NONE = new Need(null, Status.NONE, false, null, null, null);

  /** How far it is. */
  public enum Status implements WireName {
    NONE,
    AUDITING,
    OPEN,
    MATCHED,
    MET,
    REFUSED,
    WITHDRAWN;

    /** Somebody may still find somebody for it. */
    public boolean waits() {
      return this == AUDITING || this == OPEN;
    }
  }

  public boolean exists() {
    return filed != null;
  }

  public NeedFiled what() {
    if (filed == null) {
      throw new IllegalStateException("nobody needs anything yet");
    }
    return filed;
  }

  /** When it lapses. */
  public @Nullable Instant due() {
    return status.waits() ? what().until() : null;
  }

  public static Need evolve(Need now, ExchangeEvent event, Instant at) {
    return switch (event) {
      case NeedFiled it ->
          new Need(it, it.audited() ? Status.OPEN : Status.AUDITING, it.fromPool(), null, null, at);
      case NeedAudited it -> now.in(Status.OPEN, it.fromPool(), null, null);
      case NeedRefused it -> now.in(Status.REFUSED, now.fromPool, null, it.code());
      case NeedWithdrawn it -> now.in(Status.WITHDRAWN, now.fromPool, null, it.code());
      case NeedTaken it -> now.in(Status.MATCHED, now.fromPool, it.match(), null);
      case NeedFreed _ -> now.in(Status.OPEN, now.fromPool, null, null);
      case NeedMet it -> now.in(Status.MET, now.fromPool, it.match(), null);
      default -> now;
    };
  }

  private Need in(Status next, boolean pool, @Nullable String by, @Nullable String code) {
    return new Need(filed, next, pool, by, code, filedAt);
  }
}
