package cn.linli.mediation.domain;

import cn.linli.events.WireName;
import java.util.Optional;

/**
 * Why a committee does not take a dispute, and the channel that is right for it. Sources: domain
 * rules §4.2 (司法部、国家信访局 2025 访调对接意见), §5.1; 人民调解法 §3, §17.
 */
public enum NotForMediation implements WireName {
  DECIDED_BY_COURT("court"),
  DECIDED_BY_ARBITRATION("arbitration"),
  PENDING_ELSEWHERE("authority-in-charge"),
  ADMINISTRATIVE_DISPUTE("reconsideration"),
  CRIMINAL_MATTER("police"),
  RESERVED_BY_LAW("authority-in-charge"),
  NO_CIVIL_RIGHTS("petition"),
  ONE_SIDE_REFUSES("court"),
  OUT_OF_AREA("committee-of-the-place");

  private final String channel;

  NotForMediation(String channel) {
    this.channel = channel;
  }

  public String channel() {
    return channel;
  }

  public static Optional<NotForMediation> ofWire(String code) {
    for (NotForMediation ground : values()) {
      if (ground.wire().equals(code)) {
        return Optional.of(ground);
      }
    }
    return Optional.empty();
  }
}
