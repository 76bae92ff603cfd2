package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.BandClaimEvent;
import cn.linli.events.timebank.BandClaimEvent.AccountBanded;
import cn.linli.events.timebank.BandClaimEvent.AccountUnbanded;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One wristband per account: streams {@code x:wristband:<account>}. */
final class BandClaims extends PlainKind<BandClaims.Banded, BandClaimEvent> {

  private static final String KIND = "x:wristband";

  /**
   * @param band key of the wristband's stream; null: none
   */
  record Banded(@Nullable String band, @Nullable String division) {}

  BandClaims() {
    super(KIND, 1, Banded.class, BandClaimEvent.class, new Banded(null, null));
  }

  static StreamId stream(String account) {
    return new StreamId(KIND, account);
  }

  @Override
  public Banded evolve(Banded state, BandClaimEvent event, Instant at, String by) {
    return switch (event) {
      case AccountBanded(var band, var division) -> new Banded(band, division);
      case AccountUnbanded _ -> new Banded(null, state.division());
    };
  }

  @Override
  public String division(Banded state) {
    return Objects.requireNonNull(state.division());
  }
}
