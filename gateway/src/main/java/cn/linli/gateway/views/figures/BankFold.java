package cn.linli.gateway.views.figures;

import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import cn.linli.events.UndecodableEvent;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.platform.division.Tier;
import cn.linli.platform.fold.CellKeys;
import cn.linli.platform.fold.Counts;
import cn.linli.platform.fold.Fold;
import cn.linli.platform.fold.FoldRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Adds up the lines of all passbooks by the rules of {@link BankFigures}. What else the time bank
 * tells on the topic is applied and in no figure.
 */
public final class BankFold implements Fold {

  public static final String SUBJECT = "bank";

  private static final String LINE = EventCodec.typeName(Posted.class);

  private final EventCodec<TimebankEvent> codec = EventCodec.of(TimebankEvent.class);
  private final ZoneId zone;

  /**
   * @param zone whose calendar days count
   */
  public BankFold(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String subject() {
    return SUBJECT;
  }

  @Override
  public int version() {
    return BankFigures.ALL.stream().mapToInt(Figure::version).sum();
  }

  /** A grid has too few holders to be broken down without pointing at people. */
  @Override
  public boolean isDividedAt(String division) {
    return division.length() < Tier.GRID.digits();
  }

  @Override
  public void fold(FoldRecord record, Counts into) {
    if (!record.type().equals(LINE)) {
      Applied.count(record, Applied.day(record, zone), into);
      return;
    }
    var decoded = codec.decode(record.type(), record.value());
    LocalDate recordedDay = LocalDate.ofInstant(decoded.stamp().recordedAt(), zone);
    fold((Posted) decoded.event(), decoded.stamp(), recordedDay, into);
    Applied.count(record, recordedDay, into);
  }

  private static void fold(Posted line, Stamp stamp, LocalDate recordedDay, Counts into) {
    if (stamp.path().isEmpty() || !stamp.path().stream().allMatch(CellKeys::isDivision)) {
      throw new UndecodableEvent(LINE, "its path is not one of division codes", null);
    }
    List<String> labels =
        line.service() == null
            ? List.of()
            : List.of(CellKeys.label(Dimension.SERVICE.wire(), line.service()));
    for (BankRule rule : BankFigures.RULES) {
      long amount = rule.amount().applyAsLong(line);
      if (amount != 0) {
        into.line(stamp.path(), labels, stamp.day(), recordedDay).add(rule.count().name(), amount);
      }
    }
  }
}
