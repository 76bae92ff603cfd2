package cn.linli.timebank.domain.exchange;

import cn.linli.events.timebank.ExchangeEvent;
import cn.linli.events.timebank.ExchangeEvent.OfferMade;
import cn.linli.events.timebank.ExchangeEvent.OfferWithdrawn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a resident would do for others. */
public record Offer(@Nullable OfferMade made, boolean open, @Nullable Instant madeAt) {

  /** Nobody offers anything under this id. */
  public static final Offer NONE = new Offer(null, false, null);

  public boolean exists() {
    return made != null;
  }

  public OfferMade what() {
    if (made == null) {
      throw new IllegalStateException("nobody offers anything yet");
    }
    return made;
  }

  public static Offer evolve(Offer now, ExchangeEvent event, Instant at) {
    return switch (event) {
      case OfferMade it -> new Offer(it, true, at);
      case OfferWithdrawn _ -> new Offer(now.made, false, now.madeAt);
      default -> now;
    };
  }
}
