package cn.linli.gateway.views.figures;

import cn.linli.events.Event;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Standing;
import cn.linli.events.petition.Tallied;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named number that events add to. What one event adds depends on that event alone; so does what
 * a relocation has to carry from one place to the other.
 */
public final class Count {

  /** Where a rule puts what it counts. */
  public interface Adding {

    /** {@code level}: who resolved it, where the event knows. */
    void add(LocalDate day, long delta, @Nullable Level level);

    default void add(LocalDate day, long delta) {
      add(day, delta, null);
    }

    /** Under a code of its own: one number in the cell where several yes-or-no ones would stand. */
    void addCode(LocalDate day, String code, long delta, @Nullable Level level);

    /** Into one bin of a histogram: counted in total, not under each label. */
    void addToBin(LocalDate day, long bin, long delta);

    /** The law the request stands under. */
    Regime regime();

    /** Whether it is history brought in by import. */
    boolean imported();
  }

  /**
   * @param <E> the event it looks at
   */
  @FunctionalInterface
  public interface Rule<E> {
    void count(E event, LocalDate day, Adding adding);
  }

  @FunctionalInterface
  public interface Moved {
    void count(Standing standing, Adding adding);
  }

  private final String name;
  private final Map<Class<?>, Rule<PetitionEvent>> rules = new LinkedHashMap<>();
  private Moved moved = (standing, adding) -> {};

  private Count(String name) {
    this.name = name;
  }

  static Count of(String name) {
    return new Count(name);
  }

  /** Counts what events say themselves under this name, and carries it over. */
  @SafeVarargs
  static Count tallied(String name, Class<? extends PetitionEvent>... types) {
    var count = new Count(name);
    for (var type : types) {
      count.rules.put(type, (event, day, adding) -> count.said(event, day, adding));
    }
    return count.moved((standing, adding) ->
        standing.tallies(name).forEach(it -> adding.add(it.day(), it.times())));
  }

  private void said(Event event, LocalDate day, Adding adding) {
    if (event instanceof Tallied own) {
      own.tallies(day).stream()
          .filter(it -> it.what().equals(name))
          .forEach(it -> adding.add(it.day(), it.times()));
    }
  }

  <E extends PetitionEvent> Count on(Class<E> type, Rule<E> rule) {
    rules.put(type, (event, day, adding) -> rule.count(type.cast(event), day, adding));
    return this;
  }

  /** What of a request's {@link Standing} this count holds: a relocation carries it over. */
  Count moved(Moved rule) {
    moved = rule;
    return this;
  }

  public String name() {
    return name;
  }

  Map<Class<?>, Rule<PetitionEvent>> rules() {
    return rules;
  }

  Moved moved() {
    return moved;
  }
}
