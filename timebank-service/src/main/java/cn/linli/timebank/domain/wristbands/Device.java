package cn.linli.timebank.domain.wristbands;

import cn.linli.events.timebank.DeviceEvent;
import cn.linli.events.timebank.DeviceEvent.*;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kiosk.
 *
 * @param key that signs now; public
 * @param rotatedAt since when; null: from the beginning
 * @param keyBefore the one before
 * @param keyBeforeUntil until when batches may come that it signed
 * @param last what was taken last, and what was not
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Device(
    @Nullable String division,
    @Nullable String place,
    @Nullable String service,
    @Nullable String key,
    @Nullable Instant registeredAt,
    @Nullable Instant rotatedAt,
    @Nullable String keyBefore,
    @Nullable Instant keyBeforeUntil,
    boolean revoked,
    long readings,
    @Nullable ReadingsTaken last) {

  public static final Device NONE =
      new Device(null, null, null, null, null, null, null, null, false, 0, null);

  public boolean exists() {
    return key != null;
  }

  public Device evolve(DeviceEvent event, Instant at) {
    return switch (event) {
      case DeviceRegistered(var where, var spot, var what, var first) ->
          new Device(where, spot, what, first, at, null, null, null, false, 0, null);
      case DeviceKeyRotated(var next, var before) ->
          new Device(
              division,
              place,
              service,
              next,
              registeredAt,
              at,
              key,
              before,
              revoked,
              readings,
              last);
      case DeviceRevoked _ ->
          new Device(
              division,
              place,
              service,
              key,
              registeredAt,
              rotatedAt,
              null,
              null,
              true,
              readings,
              last);
      case ReadingsTaken taken ->
          new Device(
              division,
              place,
              service,
              key,
              registeredAt,
              rotatedAt,
              keyBefore,
              keyBeforeUntil,
              revoked,
              readings + taken.taken(),
              taken);
    };
  }
}
