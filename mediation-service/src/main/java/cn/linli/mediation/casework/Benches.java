package cn.linli.mediation.casework;

import cn.linli.events.mediation.Bench;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.platform.division.Division;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;

/**
 * Which committee a code names. A community, street or district has one of its own (人民调解法 §8, §34),
 * named by the division's code.
 */
public final class Benches {

  private final Divisions divisions;

  public Benches(Divisions divisions) {
    this.divisions = divisions;
  }

  /** 422 {@code unknown-committee} where there is none. */
  public Bench named(String committee) {
    return DivisionCode.parse(committee)
        .map(DivisionCode::value)
        .flatMap(place ->
            DisputeLevel.ofCommittee(place)
                .map(level -> new Bench(level, level.around(place), level.around(place))))
        .orElseThrow(() -> new ProblemException(Problem.of(422, "unknown-committee")));
  }

  /** What people call it: the X of {@code X人调字}. */
  public String name(String committee) {
    return DivisionCode.parse(committee)
        .flatMap(divisions.now()::find)
        .map(Division::name)
        .orElse(committee);
  }
}
