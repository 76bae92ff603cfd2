package cn.linli.mediation.domain;

import cn.linli.events.WireName;
import cn.linli.events.mediation.AmountBand;
import cn.linli.events.mediation.ItemAgreed;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one party owes another by an agreement.
 *
 * @param id {@code o1}…
 * @param obligor number of the party that owes it
 * @param obligee number of the party it is owed to
 * @param termsRef what exactly, with the amount in fen
 * @param settledAt when it was performed or missed
 * @param noteRef what was said then
 * @param told which steps of the follow-up were taken
 */
public record Obligation(
    String id,
    String obligor,
    String obligee,
    String termsRef,
    @Nullable AmountBand amount,
    Instant due,
    State state,
    @Nullable Instant settledAt,
    @Nullable String noteRef,
    Set<Step> told) {

  public Obligation {
    told = told.isEmpty() ? Set.of() : Set.copyOf(told);
  }

  /** What became of it. */
  public enum State implements WireName {
    OPEN,
    PERFORMED,
    MISSED
  }

  /** What follows from time alone while it is not performed, in this order. */
  public enum Step implements WireName {
    FELL_DUE(0),
    RETURN_VISIT(7),
    REMEDY(15);

    private final int daysAfterDue;

    Step(int daysAfterDue) {
      this.daysAfterDue = daysAfterDue;
    }

    /** Clock days after the due instant; no norm sets them: project decision. */
    Instant at(Instant due) {
      return due.plusSeconds(daysAfterDue * 86_400L);
    }
  }

  static Obligation of(ItemAgreed item) {
    return new Obligation(
        item.obligation(),
        item.obligor(),
        item.obligee(),
        item.termsRef(),
        item.amount(),
        item.due(),
        State.OPEN,
        null,
        null,
        Set.of());
  }

  public boolean isPerformed() {
    return state == State.PERFORMED;
  }

  /** The next step of the follow-up; empty when it is performed or all were taken. */
  Optional<Step> next() {
    if (isPerformed()) {
      return Optional.empty();
    }
    for (Step step : Step.values()) {
      if (!told.contains(step)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  Obligation settled(State newState, Instant at, @Nullable String newNoteRef) {
    return new Obligation(
        id, obligor, obligee, termsRef, amount, due, newState, at, newNoteRef, told);
  }

  Obligation told(Step step) {
    var steps = EnumSet.of(step);
    steps.addAll(told);
    return new Obligation(
        id, obligor, obligee, termsRef, amount, due, state, settledAt, noteRef, steps);
  }
}
