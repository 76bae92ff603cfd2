package cn.linli.platform.fold;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.UndecodableEvent;
import java.time.LocalDate;
import java.util.List;

/**
 * A fold for tests: a record is {@code path;day;recordedDay;label;name;delta}, path parts joined by
 * a slash.
 */
final class LineFold implements Fold {

  private final int version;

  LineFold(int version) {
    this.version = version;
  }

  static byte[] line(
      String path, String day, String recordedDay, String label, String name, long delta) {
    return String.join(";", path, day, recordedDay, label, name, Long.toString(delta))
        .getBytes(UTF_8);
  }

  @Override
  public String subject() {
    return "things";
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public void fold(FoldRecord record, Counts into) {
    String[] parts = new String(record.value(), UTF_8).split(";");
    if (parts.length != 6) {
      throw new UndecodableEvent(record.type(), "not a line of six parts", null);
    }
    into.line(
            List.of(parts[0].split("/")),
            List.of(CellKeys.label("label", parts[3])),
            LocalDate.parse(parts[1]),
            LocalDate.parse(parts[2]))
        .add(parts[4], Long.parseLong(parts[5]));
  }
}
