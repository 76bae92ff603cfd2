package cn.linli.events.timebank;

import java.time.Instant;
import java.util.List;

/**
 * What happens to a kiosk that reads wristbands (幸福手环), in its stream {@code k:<id>}. What it read
 * is not told here: readings are kept apart and deleted once they are settled.
 */
public sealed interface DeviceEvent extends TimebankEvent {

  /**
   * @param division community or grid it stands in
   * @param place code; kiosks of one place have the same
   * @param service code of what is served there
   * @param key its public key: Ed25519, 32 bytes, base 64 for addresses without padding
   */
  record DeviceRegistered(String division, String place, String service, String key)
      implements DeviceEvent {}

  /** {@code before}: until when batches may come that the old key signed. */
  record DeviceKeyRotated(String key, Instant before) implements DeviceEvent {}

  record DeviceRevoked() implements DeviceEvent {}

  /**
   * A signed batch was taken.
   *
   * @param taken how many readings were new
   * @param notTaken which were not, with the reason
   */
  record ReadingsTaken(String batch, int taken, List<NotTaken> notTaken) implements DeviceEvent {
    public ReadingsTaken {
      notTaken = List.copyOf(notTaken);
    }
  }

  /**
   * @param seq number the kiosk gave the reading
   * @param code why
   */
  record NotTaken(long seq, String code) {}
}
