package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.DeviceEvent.NotTaken;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.timebank.domain.wristbands.Device;
import cn.linli.timebank.domain.wristbands.DeviceRules;
import cn.linli.timebank.domain.wristbands.Reading;
import cn.linli.timebank.domain.wristbands.Sessions;
import cn.linli.timebank.domain.wristbands.Wristband;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a batch brings, reading by reading: one that is not taken harms no other.
 *
 * @param taken new readings by wristband
 * @param notTaken why others are not, or do not count
 */
record Batch(Map<StreamId, List<Reading>> taken, List<NotTaken> notTaken) {

  static final String DUPLICATE = "duplicate";

  /** It is kept, and says nothing that the one before did not. */
  static final String DOUBLE_READ = "double-read";

  /**
   * @param bands those of the batch that are there
   * @param known ids of readings that arrived before
   * @param kept readings by wristband that wait or are kept
   */
  static Batch judge(
      Bodies.Batch body,
      Device device,
      KeyedHash hash,
      Map<StreamId, Wristband> bands,
      Set<String> known,
      Map<String, List<Reading>> kept,
      Instant now) {
    var taken = new LinkedHashMap<StreamId, List<Reading>>();
    var notTaken = new ArrayList<NotTaken>();
    var seen = new HashSet<String>();
    for (Bodies.Read it : body.events()) {
      StreamId band = WristbandCases.ofCode(hash, it.code());
      Reading reading = reading(body.device(), device, it);
      List<Reading> before = taken.getOrDefault(band, List.of());
      if (!seen.add(reading.id())) {
        continue; // said twice in one breath
      }
      if (known.contains(reading.id())) {
        notTaken.add(new NotTaken(it.seq(), DUPLICATE));
        continue;
      }
      String refusal =
          DeviceRules.refusal(
              device, bands.getOrDefault(band, Wristband.NONE), reading.at(), before.size(), now);
      if (refusal != null) {
        notTaken.add(new NotTaken(it.seq(), refusal));
        continue;
      }
      taken.computeIfAbsent(band, _ -> new ArrayList<>()).add(reading);
    }
    taken.forEach((band, readings) -> {
      var all = new ArrayList<>(kept.getOrDefault(band.key(), List.of()));
      all.addAll(readings);
      var doubles = Sessions.doubles(all);
      readings.stream()
          .filter(reading -> doubles.contains(reading.id()))
          .forEach(reading -> notTaken.add(new NotTaken(reading.seq(), DOUBLE_READ)));
    });
    return new Batch(taken, List.copyOf(notTaken));
  }

  private static Reading reading(String id, Device device, Bodies.Read it) {
    return new Reading(
        id,
        it.seq(),
        it.kind(),
        it.at().truncatedTo(ChronoUnit.MILLIS),
        Objects.requireNonNull(device.place()),
        Objects.requireNonNull(device.service()));
  }

  int count() {
    return taken.values().stream().mapToInt(List::size).sum();
  }
}
