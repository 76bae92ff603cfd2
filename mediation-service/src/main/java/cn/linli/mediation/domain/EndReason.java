package cn.linli.mediation.domain;

import cn.linli.events.WireName;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a mediation ends without an agreement (深圳矛盾纠纷多元化解条例 §28, 在线调解规则 §25; domain rules §5.2). A
 * party that takes everything back withdraws instead.
 */
public enum EndReason implements WireName {
  NO_AGREEMENT,
  PARTY_REFUSES,
  HIDES_FACTS_OR_STALLS,
  COLLUSION,
  UNREACHABLE,
  REFUSES_TO_SIGN,
  TERM_OVER;

  public static Optional<EndReason> ofWire(String code) {
    return Stream.of(values()).filter(it -> it.wire().equals(code)).findFirst();
  }
}
