package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.DeviceEvent;
import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.domain.wristbands.Device;
import java.time.Instant;
import java.util.Objects;

/** Kiosks: streams {@code k:<id>}. */
final class DeviceCases extends PlainKind<Device, DeviceEvent> {

  private static final String KIND = "k";
  private static final StreamName NAME = StreamName.ofIds(KIND);

  DeviceCases() {
    super(KIND, 1, Device.class, DeviceEvent.class, Device.NONE);
  }

  static StreamId stream(String id) {
    return NAME.stream(id);
  }

  static StreamId fromPath(String id) {
    return NAME.fromPath(id);
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
