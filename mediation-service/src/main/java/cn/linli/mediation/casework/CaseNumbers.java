package cn.linli.mediation.casework;

import cn.linli.events.mediation.CaseNumber;
import cn.linli.events.mediation.CaseNumberEvent;
import cn.linli.events.mediation.CaseNumberEvent.CaseNumbered;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import java.time.Instant;

/**
 * Streams {@code n:<committee>}: the last number a committee gave to a case. Held by the acceptance
 * that takes the next one, so numbers are dense per committee and year.
 */
public final class CaseNumbers extends PlainKind<CaseNumbers.Last, CaseNumberEvent> {

  private static final String NAME = "n";

  /** {@code number} 0: none in this year yet. */
  public record Last(String committee, int year, int number) {

    static final Last NONE = new Last("", 0, 0);

    /** The next one, at an instant of the tenant's zone. */
    public CaseNumber next(String of, Instant at) {
      int now = WorkCalendar.dayOf(at).getYear();
      return new CaseNumber(of, now, now == year ? number + 1 : 1);
    }
  }

  public CaseNumbers() {
    super(NAME, 1, Last.class, CaseNumberEvent.class, Last.NONE);
  }

  public static StreamId stream(String committee) {
    return new StreamId(NAME, committee);
  }

  @Override
  public Last evolve(Last state, CaseNumberEvent event, Instant at, String by) {
    return switch (event) {
      case CaseNumbered(var number, var dispute) ->
          new Last(number.committee(), number.year(), number.number());
    };
  }

  /** Nowhere while a committee's id does not name its division. */
  @Override
  public String division(Last state) {
    return state.committee().chars().allMatch(Character::isDigit) && !state.committee().isEmpty()
        ? state.committee()
        : NOWHERE;
  }
}
