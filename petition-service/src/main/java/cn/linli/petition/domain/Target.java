package cn.linli.petition.domain;

import cn.linli.events.petition.Level;
import cn.linli.events.petition.Unit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where a matter is to go. */
final class Target {

  private Target() {}

  /**
   * A division's code is its own body; {@code organisation@division} an organisation there; an
   * organisation alone works for the district of the request (departments and companies of public
   * utilities are district bodies), or for the city where no district is known. Null: the body is
   * not known, so the district answers (北京市接诉即办工作条例 §12).
   */
  static Optional<Unit> of(@Nullable String organisation, String requestDivision) {
    if (organisation == null) {
      return Ladder.bodyAt(Level.DISTRICT, requestDivision);
    }
    int at = organisation.indexOf('@');
    if (at > 0) {
      String division = organisation.substring(at + 1);
      return Level.of(division)
          .filter(level -> isDigits(division))
          .map(level -> new Unit(level, division, organisation.substring(0, at)));
    }
    if (isDigits(organisation)) {
      return Level.of(organisation).map(level -> new Unit(level, organisation, null));
    }
    return Ladder.bodyAt(Level.DISTRICT, requestDivision)
        .or(() -> Ladder.bodyAt(Level.CITY, requestDivision))
        .map(body -> new Unit(body.level(), body.division(), organisation));
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
