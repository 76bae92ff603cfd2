package cn.linli.gateway.views.figures;

import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.platform.fold.CellKeys;
import cn.linli.platform.fold.Counts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Adds up the lines of all passbooks by the rules of {@link BankFigures}. What else the time bank
 * tells on the topic is applied and in no figure.
 */
public final class BankFold extends TopicFold<TimebankEvent> {

  public static final String SUBJECT = "bank";

  private static final String LINE = EventCodec.typeName(Posted.class);

  /**
   * @param zone whose calendar days count
   */
  public BankFold(ZoneId zone) {
    super(TimebankEvent.class, zone);
  }

  @Override
  public String subject() {
    return SUBJECT;
  }

  @Override
  public int version() {
    return BankFigures.ALL.stream().mapToInt(Figure::version).sum();
  }

  @Override
  boolean isCounted(String type) {
    return type.equals(LINE);
  }

  @Override
  void count(TimebankEvent event, Stamp stamp, LocalDate recordedDay, String type, Counts into) {
    var line = (Posted) event;
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
