package cn.linli.gateway.views.figures;

import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import cn.linli.events.UndecodableEvent;
import cn.linli.events.config.ConfigEvent;
import cn.linli.events.petition.BatchEvent;
import cn.linli.events.petition.ClaimEvent;
import cn.linli.events.petition.Faceted;
import cn.linli.events.petition.Facets;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Relocated;
import cn.linli.events.petition.ReferralNoteEvent;
import cn.linli.events.petition.Regime;
import cn.linli.platform.fold.Counts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts the events of requests by the rules of {@link PetitionFigures}. */
public final class PetitionFold extends TopicFold<PetitionEvent> {

  public static final String SUBJECT = "petitions";

  /** More different facets than any tenant has; what is beyond is made anew each time. */
  private static final int LABELS_MAX = 20_000;

  /** Batches, claims and configuration are part of the topic; no figure rests on them. */
  private static final Set<String> IN_NO_FIGURE =
      Stream.of(
              EventCodec.of(BatchEvent.class),
              EventCodec.of(ClaimEvent.class),
              EventCodec.of(ConfigEvent.class),
              EventCodec.of(ReferralNoteEvent.class))
          .flatMap(others -> others.types().stream())
          .collect(Collectors.toUnmodifiableSet());

  private record CountRule(String name, Count.Rule<PetitionEvent> rule) {}

  private final Map<Class<?>, List<CountRule>> rules = new HashMap<>();
  private final Map<Facets, Labels> labels = new ConcurrentHashMap<>();

  /**
   * @param zone whose calendar days count
   */
  public PetitionFold(ZoneId zone) {
    super(PetitionEvent.class, zone);
    for (var count : PetitionFigures.counts()) {
      count
          .rules()
          .forEach((type, rule) ->
              rules
                  .computeIfAbsent(type, unseen -> new ArrayList<>())
                  .add(new CountRule(count.name(), rule)));
    }
  }

  @Override
  public String subject() {
    return SUBJECT;
  }

  @Override
  public int version() {
    return PetitionFigures.version();
  }

  @Override
  boolean isCounted(String type) {
    if (IN_NO_FIGURE.contains(type)) {
      return false;
    }
    var event = recordOf(type);
    return event == Relocated.class || rules.containsKey(event);
  }

  @Override
  void count(PetitionEvent event, Stamp stamp, LocalDate recordedDay, String type, Counts into) {
    Facets facets = facets(event);
    Labels labels = labels(facets, type);
    if (event instanceof Relocated moved) {
      requireDivisions(moved.fromPath(), type);
      move(moved, new Place(into, moved.fromPath(), labels, facets, recordedDay, -1));
      move(moved, new Place(into, stamp.path(), labels, facets, recordedDay, 1));
      return;
    }
    var place = new Place(into, stamp.path(), labels, facets, recordedDay, 1);
    for (var rule : rules.getOrDefault(event.getClass(), List.of())) {
      place.name = rule.name();
      rule.rule().count(event, stamp.day(), place);
    }
  }

  private static void move(Relocated moved, Place place) {
    for (var count : PetitionFigures.counts()) {
      place.name = count.name();
      count.moved().count(moved.standing(), place);
    }
  }

  private Labels labels(Facets facets, String type) {
    Labels known = labels.get(facets);
    if (known != null) {
      return known;
    }
    try {
      var made = Labels.of(facets);
      if (labels.size() < LABELS_MAX) {
        labels.put(facets, made);
      }
      return made;
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new UndecodableEvent(type, String.valueOf(e.getMessage()), e);
    }
  }

  private static Facets facets(PetitionEvent event) {
    if (event instanceof Faceted counted) {
      return counted.facets();
    }
    throw new IllegalStateException(event.getClass() + " is counted without facets");
  }

  /** Takes the counts of one event to one place. */
  private static final class Place implements Count.Adding {
    private final Counts into;
    private final List<String> path;
    private final Labels labels;
    private final Facets facets;
    private final LocalDate recordedDay;
    private final int sign;
    private String name = "";
    private @Nullable LocalDate lastDay;
    private @Nullable Level lastLevel;
    private Counts.@Nullable Line lastLine;

    Place(
        Counts into,
        List<String> path,
        Labels labels,
        Facets facets,
        LocalDate recordedDay,
        int sign) {
      this.into = into;
      this.path = path;
      this.labels = labels;
      this.facets = facets;
      this.recordedDay = recordedDay;
      this.sign = sign;
    }

    @Override
    public void add(LocalDate day, long delta, @Nullable Level level) {
      line(day, level).add(name, sign * delta);
    }

    @Override
    public void addCode(LocalDate day, String code, long delta, @Nullable Level level) {
      line(day, level).add(name + "." + code, sign * delta);
    }

    @Override
    public void addToBin(LocalDate day, long bin, long delta) {
      line(day, lastLevel).addUndivided(name + "." + bin, sign * delta);
    }

    @Override
    public Regime regime() {
      return facets.regime();
    }

    @Override
    public boolean imported() {
      return facets.imported();
    }

    /** Most events count all on one day. */
    private Counts.Line line(LocalDate day, @Nullable Level level) {
      if (lastLine == null || !day.equals(lastDay) || level != lastLevel) {
        lastDay = day;
        lastLevel = level;
        lastLine = into.line(path, labels.at(level), day, recordedDay);
      }
      return lastLine;
    }
  }
}
