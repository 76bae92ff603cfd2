package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.BandClaimEvent.AccountBanded;
import cn.linli.events.timebank.BandClaimEvent.AccountUnbanded;
import cn.linli.events.timebank.WristbandEvent.WristbandMoved;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.Bound;
import cn.linli.timebank.domain.wristbands.Wristband;
import cn.linli.timebank.wristbands.BandClaims.Banded;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The wristband goes over when two passbooks of its wearer become one; who wears two hands one back
 * first. What was handed back before needs no moving: {@link SettleReadings} books what still comes
 * of it on the passbook that stayed.
 */
final class MovingBand implements Bound {

  private final CaseStates<Banded> claims;

  MovingBand(CaseStates<Banded> claims) {
    this.claims = claims;
  }

  @Override
  public Bindings of(String one, String into, Instant now) {
    String band = worn(one);
    if (band == null) {
      return Bindings.running(Set.of());
    }
    if (worn(into) != null) {
      return Bindings.running(Set.of("wristbands"));
    }
    StreamId stream = WristbandCases.stream(band);
    StreamId from = BandClaims.stream(one);
    StreamId to = BandClaims.stream(into);
    return new Bindings(
        Set.of(), List.of(stream, from, to), (seen, _) -> changes(seen, stream, one, into));
  }

  private static List<Change> changes(Seen seen, StreamId band, String one, String into) {
    Wristband worn = seen.state(band, Wristband.class);
    return worn.isWorn() && one.equals(worn.account())
        ? List.of(
            new Change(band, List.of(new WristbandMoved(into))),
            new Change(BandClaims.stream(one), List.of(new AccountUnbanded())),
            new Change(
                BandClaims.stream(into),
                List.of(new AccountBanded(band.key(), seen.account(into).division()))))
        : List.of();
  }

  private @Nullable String worn(String account) {
    return claims.find(BandClaims.stream(account)).map(it -> it.state().band()).orElse(null);
  }
}
