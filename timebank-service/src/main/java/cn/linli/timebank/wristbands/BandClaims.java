package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.BandClaimEvent;
import cn.linli.events.timebank.BandClaimEvent.AccountBanded;
import cn.linli.events.timebank.BandClaimEvent.AccountUnbanded;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One wristband per account: streams {@code x:wristband:<account>}. */
final class BandClaims implements StreamKind<BandClaims.Banded, BandClaimEvent> {

  private static final String KIND = "x:wristband";

  /**
   * @param band key of the wristband's stream; null: none
   */
  record Banded(@Nullable String band, @Nullable String division) {}

  static StreamId stream(String account) {
    return new StreamId(KIND, account);
  }

  @Override
  public String name() {
    return KIND;
  }

  @Override
  public int schema() {
    return 1;
  }

  @Override
  public Class<Banded> stateType() {
    return Banded.class;
  }

  @Override
  public Class<BandClaimEvent> eventType() {
    return BandClaimEvent.class;
  }

  @Override
  public Banded initial() {
    return new Banded(null, null);
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
