package cn.linli.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import cn.linli.events.Event;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One case, told as a story: given what happened, when somebody does something, then. Time falls
 * due before each command, as the committer does it.
 *
 * @param <T> the story itself, so that it can be told in one breath
 * @param <S> the state of the case
 * @param <E> its events
 */
public abstract class Story<T extends Story<T, S, E>, S, E extends Event> {

  private static final String CLOCK = "clock";

  private S state;
  private Instant now;
  private List<E> fallen = List.of();
  private @Nullable Decision<E> last;

  /**
   * @param begins local time, for instance {@code 2026-01-05T10:00}
   */
  protected Story(S initial, String begins) {
    state = initial;
    now = instant(begins);
  }

  protected abstract T self();

  /**
   * @param by who acted; {@code clock} where time alone did
   */
  protected abstract S evolve(S state, E event, String by);

  /** When the state wants to be looked at; null: never. */
  protected abstract @Nullable Instant due(S state);

  protected abstract Decision<E> fallDue(S state);

  public static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
  }

  public final T at(String local) {
    now = instant(local);
    return self();
  }

  /** Lets time pass to just after {@code local} and applies what falls due. */
  public final T until(String local) {
    now = instant(local).plusMillis(1);
    applyWhatFallsDue();
    return self();
  }

  /** Somebody does something; what it comes to is asked after time was heard. */
  protected final T acts(String by, Supplier<Decision<E>> decides) {
    applyWhatFallsDue();
    Decision<E> decided = decides.get();
    last = decided;
    if (decided instanceof Decision.Accepted<E>(var events)) {
      events.forEach(event -> happens(by, event));
    }
    return self();
  }

  protected final T happens(String by, E event) {
    state = evolve(state, event, by);
    return self();
  }

  private void applyWhatFallsDue() {
    fallen = List.of();
    Instant due = due(state);
    if (due != null && !due.isAfter(now)) {
      fallen = ((Decision.Accepted<E>) fallDue(state)).events();
      fallen.forEach(event -> happens(CLOCK, event));
    }
  }

  public final T accepted() {
    if (last instanceof Decision.Refused<E>(var refusal)) {
      fail("refused: " + refusal);
    }
    return self();
  }

  public final T refused(String code) {
    assertThat(last).isInstanceOf(Decision.Refused.class);
    assertThat(refusal().code()).isEqualTo(code);
    return self();
  }

  public final Refusal refusal() {
    return ((Decision.Refused<E>) asked()).refusal();
  }

  /** What the last command did. */
  public final List<E> events() {
    return ((Decision.Accepted<E>) asked()).events();
  }

  private Decision<E> asked() {
    if (last == null) {
      throw new IllegalStateException("nobody did anything yet");
    }
    return last;
  }

  public final <X extends E> X event(Class<X> type) {
    accepted();
    return events().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  /** What time did before the last command. */
  public final List<E> fallen() {
    return fallen;
  }

  public final S state() {
    return state;
  }

  public final Instant now() {
    return now;
  }
}
