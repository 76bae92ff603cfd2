package cn.linli.gateway.views.figures;

import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.ServiceEvent.ActivityPublished;
import cn.linli.events.timebank.ServiceEvent.ServiceConfirmed;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.platform.fold.CellKeys;
import cn.linli.platform.fold.Counts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the lines of all passbooks and the steps of all activities by the rules of {@link
 * BankFigures}. What else the time bank tells on the topic is applied and in no figure.
 */
public final class BankFold extends TopicFold<TimebankEvent> {

  public static final String SUBJECT = "bank";

  private final Map<Class<?>, List<BankRule<?>>> rules = BankFigures.rules();

  private final Set<String> counted =
      rules.keySet().stream().map(EventCodec::typeName).collect(Collectors.toUnmodifiableSet());

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
    return counted.contains(type);
  }

  @Override
  void count(TimebankEvent event, Stamp stamp, LocalDate recordedDay, String type, Counts into) {
    String service = service(event);
    List<String> labels =
        service == null ? List.of() : List.of(CellKeys.label(Dimension.SERVICE.wire(), service));
    for (BankRule<?> rule : rules.getOrDefault(event.getClass(), List.of())) {
      long amount = rule.amount(event);
      if (amount != 0) {
        into.line(stamp.path(), labels, stamp.day(), recordedDay).add(rule.count().name(), amount);
      }
    }
  }

  private static @Nullable String service(TimebankEvent event) {
    return switch (event) {
      case Posted it -> it.service();
      case ActivityPublished it -> it.plan() == null ? null : it.plan().service();
      case ServiceConfirmed it -> it.service();
      default -> null;
    };
  }
}
