package cn.linli.platform.config.tables;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The register of the body that deliberates at a place (居民议事会, 红色议事厅): how many seats it has, how
 * many must be taken for a resolution, whose roles have one, and on what it deliberates. Source:
 * domain rules R3-03, R3-05, R2-28. A service for communities will own it later.
 *
 * @param roles with a seat: they count for the quorum; everybody else is a guest
 * @param matters codes of what may be deliberated on
 */
public record SeatTable(
    @Nullable Integer seats,
    @Nullable Integer quorum,
    @Size(max = SeatTable.CODES_MAX) List<String> roles,
    @Size(max = SeatTable.CODES_MAX) List<String> matters,
    @Nullable String basis)
    implements ConfigTable {

  static final int CODES_MAX = 100;

  /** More than any residents' assembly of a community sends. */
  static final int SEATS_MAX = 500;

  public SeatTable {
    roles = Copies.of(roles);
    matters = Copies.of(matters);
  }

  @Override
  public List<Flaw> flaws() {
    var flaws = new Flaws();
    if (seats == null) {
      flaws.add("seats", Flaw.MISSING);
    } else if (seats < 1 || seats > SEATS_MAX) {
      flaws.add("seats", "must be between 1 and " + SEATS_MAX);
    }
    if (quorum == null) {
      flaws.add("quorum", Flaw.MISSING);
    } else if (quorum < 1 || seats != null && quorum > seats) {
      flaws.add("quorum", "must be between 1 and the number of seats");
    }
    codes(flaws, "roles", roles);
    codes(flaws, "matters", matters);
    flaws.basis("basis", basis);
    return flaws.list();
  }

  private static void codes(Flaws flaws, String field, List<String> codes) {
    if (codes.isEmpty()) {
      flaws.add(field, Flaw.MISSING);
    }
    flaws.codes(field, codes);
    flaws.size(field, codes.size(), CODES_MAX);
  }
}
