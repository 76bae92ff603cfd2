package cn.linli.gateway.views.figures;

import cn.linli.events.Event;
import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import cn.linli.events.UndecodableEvent;
import cn.linli.platform.division.Tier;
import cn.linli.platform.fold.CellKeys;
import cn.linli.platform.fold.Counts;
import cn.linli.platform.fold.Fold;
import cn.linli.platform.fold.FoldRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What the folds of all topics do alike: each record is applied once on the day it was recorded,
 * whether a figure rests on it or not, and what is counted is of divisions.
 *
 * @param <E> the events of the topic
 */
abstract class TopicFold<E extends Event> implements Fold {

  private final EventCodec<E> codec;
  private final ZoneId zone;

  /**
   * @param zone whose calendar days count
   */
  TopicFold(Class<E> events, ZoneId zone) {
    this.codec = EventCodec.of(events);
    this.zone = zone;
  }

  /** Whether a figure rests on events of this type; the others are applied and never read. */
  abstract boolean isCounted(String type);

  /**
   * Adds what one event counts.
   *
   * @param type as the topic names it, for what can't be counted
   */
  abstract void count(E event, Stamp stamp, LocalDate recordedDay, String type, Counts into);

  final Class<? extends E> recordOf(String type) {
    return codec.recordOf(type);
  }

  /** A grid has too few cases to be broken down without pointing at people. */
  @Override
  public final boolean isDividedAt(String division) {
    return division.length() < Tier.GRID.digits();
  }

  @Override
  public final void fold(FoldRecord record, Counts into) {
    if (!isCounted(record.type())) {
      Applied.count(record, Applied.day(record, zone), into);
      return;
    }
    var decoded = codec.decode(record.type(), record.value());
    LocalDate recordedDay = LocalDate.ofInstant(decoded.stamp().recordedAt(), zone);
    requireDivisions(decoded.stamp().path(), record.type());
    count(decoded.event(), decoded.stamp(), recordedDay, record.type(), into);
    Applied.count(record, recordedDay, into);
  }

  static void requireDivisions(List<String> path, String type) {
    if (path.isEmpty() || !path.stream().allMatch(CellKeys::isDivision)) {
      throw new UndecodableEvent(type, "its path is not one of division codes", null);
    }
  }
}
