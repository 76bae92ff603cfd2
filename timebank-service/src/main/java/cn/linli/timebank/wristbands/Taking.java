package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.DeviceEvent.ReadingsTaken;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Beside;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.domain.wristbands.Device;
import cn.linli.timebank.domain.wristbands.DeviceRules;
import cn.linli.timebank.domain.wristbands.Reading;
import cn.linli.timebank.domain.wristbands.Wristband;
import cn.linli.timebank.domain.wristbands.WristbandRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Takes a signed batch of readings: whole or, where the signature is not the kiosk's, not at all.
 */
final class Taking {

  /** With the kiosk's own stream, no more than one command may touch. */
  private static final int BANDS_MAX = 499;

  private final CaseStates<Device> devices;
  private final CaseStates<Wristband> bands;
  private final ReadingStore readings;
  private final Schemes schemes;
  private final KeyedHash hash;

  Taking(
      CaseStates<Device> devices,
      CaseStates<Wristband> bands,
      ReadingStore readings,
      Schemes schemes,
      KeyedHash hash) {
    this.devices = devices;
    this.bands = bands;
    this.readings = readings;
    this.schemes = schemes;
    this.hash = hash;
  }

  Command take(Call<Bodies.Batch> call) {
    Bodies.Batch body = call.body();
    StreamId stream = DeviceCases.stream(body.device());
    Device device =
        devices
            .find(stream)
            .map(CaseStates.Stored::state)
            .orElseThrow(() -> new ProblemException(Problem.notFound()));
    if (!Devices.reaches(device, call.caller())) {
      throw AccessException.outOfScope();
    }
    if (device.revoked()) {
      throw new ProblemException(Problem.of(422, "device-revoked"));
    }
    String key = signedBy(body, device, call.receivedAt());
    Map<StreamId, Wristband> worn = worn(body);
    Batch batch =
        Batch.judge(
            body,
            device,
            hash,
            worn,
            readings.known(
                body.events().stream().map(it -> body.device() + ":" + it.seq()).toList()),
            readings.of(worn.keySet().stream().map(StreamId::key).toList()),
            call.receivedAt());
    var streams = new ArrayList<StreamId>();
    streams.add(stream);
    streams.addAll(batch.taken().keySet());
    String id = call.derivedId("batch");
    return call.command(
        200,
        streams,
        besides(batch),
        List.of(),
        touched -> {
          Device now = touched.state(stream, Device.class);
          if (now.revoked()) {
            return new Verdict.Refuse(Refusal.of("device-revoked"));
          }
          return key.equals(now.key()) || key.equals(now.keyBefore())
              ? new Verdict.Accept(changes(batch, stream, id, worn, touched.at()))
              : new Verdict.Refuse(Refusal.of("forged-signature"));
        });
  }

  private static String signedBy(Bodies.Batch body, Device device, Instant now) {
    byte[] signed = DeviceSignature.batch(body.device(), body.events());
    Instant latest =
        body.events().stream().map(Bodies.Read::at).max(Comparator.naturalOrder()).orElseThrow();
    return DeviceRules.keys(device, latest, now).stream()
        .filter(key -> DeviceSignature.isBy(key, signed, body.signature()))
        .findFirst()
        .orElseThrow(() -> new ProblemException(Problem.of(422, "forged-signature")));
  }

  private Map<StreamId, Wristband> worn(Bodies.Batch body) {
    List<StreamId> named =
        body.events().stream()
            .map(it -> WristbandCases.ofCode(hash, it.code()))
            .distinct()
            .toList();
    var worn = new LinkedHashMap<StreamId, Wristband>();
    for (var it : bands.findAll(named)) {
      worn.put(WristbandCases.stream(it.id()), it.state());
    }
    if (worn.size() > BANDS_MAX) {
      throw new ProblemException(
          Problem.of(422, "too-many-wristbands", Map.of("limit", BANDS_MAX)));
    }
    return worn;
  }

  private static List<Beside> besides(Batch batch) {
    var besides = new ArrayList<Beside>();
    batch
        .taken()
        .forEach((band, its) ->
            its.forEach(reading -> besides.add(ReadingStore.put(band.key(), reading))));
    return besides;
  }

  private List<Change> changes(
      Batch batch, StreamId device, String id, Map<StreamId, Wristband> worn, Instant at) {
    var changes = new ArrayList<Change>();
    changes.add(
        new Change(device, List.of(new ReadingsTaken(id, batch.count(), batch.notTaken()))));
    batch
        .taken()
        .forEach((band, its) -> {
          Instant earliest =
              its.stream().map(Reading::at).min(Comparator.naturalOrder()).orElseThrow();
          String division =
              Objects.requireNonNull(Objects.requireNonNull(worn.get(band)).division());
          var terms = WristbandScheme.of(schemes, division);
          changes.add(
              new Change(band, List.of(WristbandRules.noted(its.size(), earliest, terms, at))));
        });
    return changes;
  }
}
