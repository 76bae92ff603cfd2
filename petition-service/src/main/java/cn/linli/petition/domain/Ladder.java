package cn.linli.petition.domain;

import cn.linli.events.petition.Level;
import cn.linli.events.petition.Unit;
import java.util.Optional;

/** The ladder grid → community → street → district → city: a parent's code is a prefix. */
final class Ladder {

  private Ladder() {}

  /** The body of a division's ancestor at a level; empty where the division is coarser than it. */
  static Optional<Unit> bodyAt(Level level, String division) {
    return division.length() < level.digits()
        ? Optional.empty()
        : Optional.of(new Unit(level, division.substring(0, level.digits()), null));
  }

  /** The body one rung above a unit; empty above the city and in quarantine. */
  static Optional<Unit> above(Unit unit) {
    return unit.level().above().flatMap(level -> bodyAt(level, unit.division()));
  }

  /** The body one rung below a unit, on the way to a division. */
  static Optional<Unit> below(Unit unit, String towards) {
    return contains(unit.division(), towards)
        ? unit.level().below().flatMap(level -> bodyAt(level, towards))
        : Optional.empty();
  }

  static boolean contains(String outer, String inner) {
    return inner.startsWith(outer);
  }
}
