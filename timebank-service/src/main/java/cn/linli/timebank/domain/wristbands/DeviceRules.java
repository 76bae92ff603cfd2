package cn.linli.timebank.domain.wristbands;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.DeviceEvent;
import cn.linli.events.timebank.DeviceEvent.DeviceKeyRotated;
import cn.linli.events.timebank.DeviceEvent.DeviceRegistered;
import cn.linli.events.timebank.DeviceEvent.DeviceRevoked;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which kiosk may tell what. */
public final class DeviceRules {

  private DeviceRules() {}

  public static Decision<DeviceEvent> register(
      Device device, String division, String place, String service, String key) {
    return device.exists()
        ? refuse("device-known")
        : accept(new DeviceRegistered(division, place, service, key));
  }

  public static Decision<DeviceEvent> rotate(Device device, String key, Instant at) {
    if (device.revoked()) {
      return refuse("device-revoked");
    }
    return key.equals(device.key()) || key.equals(device.keyBefore())
        ? refuse("device-key-used")
        : accept(new DeviceKeyRotated(key, at.plus(WristbandTerms.LATE_MAX)));
  }

  public static Decision<DeviceEvent> revoke(Device device) {
    return device.revoked() ? refuse("device-revoked") : accept(new DeviceRevoked());
  }

  /**
   * Keys that may have signed a batch: the key of now, and the one before for what was read before
   * it was replaced, as long as readings may be late.
   *
   * @param latest reading of the batch
   */
  public static List<String> keys(Device device, Instant latest, Instant now) {
    String current = Objects.requireNonNull(device.key());
    boolean before =
        device.keyBefore() != null
            && !latest.isAfter(Objects.requireNonNull(device.rotatedAt()))
            && !now.isAfter(Objects.requireNonNull(device.keyBeforeUntil()));
    return before ? List.of(current, Objects.requireNonNull(device.keyBefore())) : List.of(current);
  }

  /**
   * Why one reading is not taken; the others are, all the same.
   *
   * @param band whose it is
   * @param waiting readings of it in the same batch so far
   * @return a code; null: it is taken
   */
  public static @Nullable String refusal(
      Device device, Wristband band, Instant readAt, int waiting, Instant now) {
    if (readAt.isAfter(now.plus(WristbandTerms.AHEAD_MAX))) {
      return "future-reading";
    }
    if (readAt.isBefore(now.minus(WristbandTerms.LATE_MAX))) {
      return "reading-too-late";
    }
    if (!band.wasWornAt(readAt)) {
      return "unknown-wristband";
    }
    if (!isOneCommunity(
        Objects.requireNonNull(device.division()), Objects.requireNonNull(band.division()))) {
      return "foreign-community";
    }
    return band.readings() + waiting >= WristbandTerms.READINGS_MAX ? "too-many-readings" : null;
  }

  private static boolean isOneCommunity(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }
}
