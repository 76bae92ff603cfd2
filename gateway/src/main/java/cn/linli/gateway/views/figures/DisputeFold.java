package cn.linli.gateway.views.figures;

import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import cn.linli.events.config.ConfigEvent;
import cn.linli.events.mediation.AgreementEvent.AgreementConfirmed;
import cn.linli.events.mediation.AgreementEvent.ObligationFellDue;
import cn.linli.events.mediation.AgreementEvent.ObligationPerformed;
import cn.linli.events.mediation.DisputeEvent.DisputeConcluded;
import cn.linli.events.mediation.DisputeEvent.DisputeRegistered;
import cn.linli.events.mediation.DisputeFacets;
import cn.linli.events.mediation.DisputeFiling;
import cn.linli.events.mediation.HandOverEvent.HandedOver;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.platform.fold.CellKeys;
import cn.linli.platform.fold.Counts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events of disputes by the rules of {@link DisputeFigures}. What other capabilities
 * tell on the topic is applied and in no figure.
 */
public final class DisputeFold extends TopicFold<MediationEvent> {

  public static final String SUBJECT = "disputes";

  /** Configuration is part of the topic; no figure rests on it. */
  private static final Set<String> IN_NO_FIGURE =
      Set.copyOf(EventCodec.of(ConfigEvent.class).types());

  private final Map<Class<?>, List<DisputeRule<?>>> rules = DisputeFigures.rules();

  /**
   * @param zone whose calendar days count
   */
  public DisputeFold(ZoneId zone) {
    super(MediationEvent.class, zone);
  }

  @Override
  public String subject() {
    return SUBJECT;
  }

  @Override
  public int version() {
    return DisputeFigures.ALL.stream().mapToInt(Figure::version).sum();
  }

  @Override
  boolean isCounted(String type) {
    return !IN_NO_FIGURE.contains(type) && rules.containsKey(recordOf(type));
  }

  @Override
  void count(MediationEvent event, Stamp stamp, LocalDate recordedDay, String type, Counts into) {
    List<String> labels = labels(event);
    for (var rule : rules.getOrDefault(event.getClass(), List.of())) {
      LocalDate day = rule.counted(event, stamp.day());
      if (day != null) {
        into.line(stamp.path(), labels, day, recordedDay).add(rule.count().name(), 1);
      }
    }
  }

  /** The codes an event's counts are broken down by. */
  private static List<String> labels(MediationEvent event) {
    DisputeFacets facets = facets(event);
    var labels = new ArrayList<String>();
    if (facets != null) {
      labels.add(CellKeys.label(Dimension.KIND.wire(), facets.kind().wire()));
      labels.add(CellKeys.label(Dimension.LEVEL.wire(), facets.level().wire()));
      if (facets.mechanism() != null) {
        labels.add(CellKeys.label(Dimension.MECHANISM.wire(), facets.mechanism().wire()));
      }
    }
    if (event instanceof HandedOver handedOver) {
      labels.add(CellKeys.label(Dimension.PATHWAY.wire(), handedOver.pathway().wire()));
    }
    return labels;
  }

  private static @Nullable DisputeFacets facets(MediationEvent event) {
    return switch (event) {
      case DisputeRegistered it -> facets(it.filing());
      case DisputeConcluded it ->
          new DisputeFacets(it.kind(), it.source(), it.level(), it.mechanism());
      case ObligationPerformed it -> it.facets();
      case ObligationFellDue it -> it.facets();
      case AgreementConfirmed it -> it.facets();
      case HandedOver it -> it.facets();
      default -> throw new IllegalStateException(event.getClass() + " is counted without facets");
    };
  }

  private static @Nullable DisputeFacets facets(@Nullable DisputeFiling filing) {
    return filing == null
        ? null
        : new DisputeFacets(filing.kind(), filing.source(), filing.bench().level(), null);
  }
}
