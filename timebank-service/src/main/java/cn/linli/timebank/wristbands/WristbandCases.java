package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.WristbandEvent;
import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.domain.wristbands.Wristband;
import cn.linli.timebank.domain.wristbands.WristbandRules;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Wristbands: streams {@code b:<keyed hash of the code>}; the code itself is kept nowhere. */
final class WristbandCases extends PlainKind<Wristband, WristbandEvent> {

  private static final String KIND = "b";
  private static final String PURPOSE = "wristband-code";
  private static final StreamName NAME = StreamName.ofIds(KIND);
  private static final Pattern CODE = Pattern.compile(Bodies.CODE);

  WristbandCases() {
    super(KIND, 3, Wristband.class, WristbandEvent.class, Wristband.NONE);
  }

  static StreamId stream(String key) {
    return NAME.stream(key);
  }

  static StreamId ofCode(KeyedHash hash, String code) {
    return NAME.stream(hash.of(PURPOSE, code));
  }

  /** From a path: its id, or the code itself. */
  static StreamId fromPath(KeyedHash hash, String text) {
    if (NAME.isKey(text)) {
      return NAME.stream(text);
    }
    if (!CODE.matcher(text).matches()) {
      throw new ProblemException(Problem.notFound());
    }
    return ofCode(hash, text);
  }

  @Override
  public Wristband evolve(Wristband state, WristbandEvent event, Instant at, String by) {
    return state.evolve(event, at);
  }

  @Override
  public @Nullable Instant due(Wristband state) {
    return state.settleAt();
  }

  @Override
  public Decision<WristbandEvent> fallDue(Wristband state, Instant at) {
    return WristbandRules.fallDue(state);
  }

  @Override
  public String division(Wristband state) {
    return Objects.requireNonNull(state.division());
  }
}
