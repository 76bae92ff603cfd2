package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.DeviceEvent;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.domain.wristbands.Device;
import cn.linli.timebank.domain.wristbands.DeviceRules;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiFunction;

/** From calls to commands of kiosks. */
final class Devices {

  private final Divisions divisions;

  Devices(Divisions divisions) {
    this.divisions = divisions;
  }

  Command register(Call<Bodies.Register> call) {
    Bodies.Register body = call.body();
    DivisionCode division = body.division() == null ? call.caller().scope() : body.division();
    if (!divisions.now().isKnown(division)) {
      throw new ProblemException(Problem.of(422, "unknown-division"));
    }
    call.caller().mustCover(division);
    String key = key(body.key());
    StreamId stream = DeviceCases.stream(call.derivedId("device"));
    return call.creates(
        stream,
        Command.<Device, DeviceEvent>single(
            stream,
            Device.class,
            (device, at) ->
                DeviceRules.register(device, division.value(), body.place(), body.service(), key)));
  }

  /** A kiosk proves that it has the old key; a clerk stands for it. */
  Command rotate(Call<Bodies.Rotate> call) {
    String key = key(call.body().key());
    String signature = call.body().signature();
    boolean byClerk = call.caller().is(Role.BANK_CLERK);
    String id = call.path("id");
    return act(
        call,
        (device, at) ->
            byClerk
                    || signature != null
                        && DeviceSignature.isBy(
                            Objects.requireNonNull(device.key()),
                            DeviceSignature.rotation(id, key),
                            signature)
                ? DeviceRules.rotate(device, key, at)
                : Decision.refuse("forged-signature"));
  }

  Command revoke(Call<NoBody> call) {
    return act(call, (device, at) -> DeviceRules.revoke(device));
  }

  private static Command act(
      Call<?> call, BiFunction<Device, Instant, Decision<DeviceEvent>> rule) {
    StreamId stream = DeviceCases.fromPath(call.path("id"));
    Caller caller = call.caller();
    return call.changes(
        stream,
        Command.<Device, DeviceEvent>single(
            stream,
            Device.class,
            (device, at) -> {
              if (!device.exists()) {
                return Decision.refuse("not-found");
              }
              return reaches(device, caller)
                  ? rule.apply(device, at)
                  : Decision.refuse("out-of-scope");
            }));
  }

  static boolean reaches(Device device, Caller caller) {
    return caller.covers(DivisionCode.of(Objects.requireNonNull(device.division())));
  }

  private static String key(String said) {
    return DeviceSignature.normalised(said)
        .orElseThrow(() -> new ProblemException(Problem.of(422, "device-key-broken")));
  }
}
