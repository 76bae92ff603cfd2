package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.DeviceEvent;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.domain.wristbands.Device;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/** Kiosks: streams {@code k:<id>}. */
final class DeviceCases implements StreamKind<Device, DeviceEvent> {

  private static final String KIND = "k";
  private static final Pattern ID = Pattern.compile("[0-9a-z]{26}");

  static StreamId stream(String id) {
    return new StreamId(KIND, id);
  }

  /** From a path: what can't be an id is not there. */
  static StreamId fromPath(String id) {
    if (!ID.matcher(id).matches()) {
      throw new ProblemException(Problem.notFound());
    }
    return stream(id);
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
  public Class<Device> stateType() {
    return Device.class;
  }

  @Override
  public Class<DeviceEvent> eventType() {
    return DeviceEvent.class;
  }

  @Override
  public Device initial() {
    return Device.NONE;
  }

  @Override
  public Device evolve(Device state, DeviceEvent event, Instant at, String by) {
    return state.evolve(event, at);
  }

  @Override
  public String division(Device state) {
    return Objects.requireNonNull(state.division());
  }
}
