package cn.linli.timebank.wristbands;

import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Resource;
import cn.linli.platform.web.Versioned;
import cn.linli.timebank.domain.wristbands.Device;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Kiosks as those who run them see them. */
final class DeviceShown implements Resource<DeviceShown.DeviceReply> {

  private final CaseStates<Device> states;

  DeviceShown(CaseStates<Device> states) {
    this.states = states;
  }

  /**
   * A kiosk.
   *
   * @param key public key that signs now
   * @param keyBeforeUntil until when batches may come that the key before signed
   * @param readings taken so far
   */
  record DeviceReply(
      String id,
      String division,
      String place,
      String service,
      String key,
      @Nullable Instant keyBeforeUntil,
      boolean revoked,
      long readings,
      Instant registeredAt,
      long version)
      implements Versioned {}

  @Override
  public DeviceReply afterCommit(Outcome.Done done, Call<?> call) {
    var state = (Device) Objects.requireNonNull(done.states().get(done.primary()));
    return reply(new Stored<>(done.primary().key(), state, done.version()));
  }

  @Override
  public @Nullable DeviceReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return states
        .find(primary)
        .filter(it -> Devices.reaches(it.state(), caller))
        .map(DeviceShown::reply)
        .orElse(null);
  }

  @Nullable DeviceReply one(Query<NoBody> query) {
    var found = states.find(DeviceCases.fromPath(query.path("id")));
    if (found.isPresent() && !Devices.reaches(found.get().state(), query.caller())) {
      throw AccessException.outOfScope();
    }
    return found.map(DeviceShown::reply).orElse(null);
  }

  private static DeviceReply reply(Stored<Device> stored) {
    Device it = stored.state();
    return new DeviceReply(
        stored.id(),
        Objects.requireNonNull(it.division()),
        Objects.requireNonNull(it.place()),
        Objects.requireNonNull(it.service()),
        Objects.requireNonNull(it.key()),
        it.keyBeforeUntil(),
        it.revoked(),
        it.readings(),
        Objects.requireNonNull(it.registeredAt()),
        stored.version());
  }
}
