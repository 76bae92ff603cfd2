package cn.linli.platform.config.tables;

import cn.linli.events.mediation.Mechanism;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How mediators sit at a place, by mechanism (domain rules R4-06, R4-07, R5-20, R5-25): which seats
 * have to be taken and by whom. The reports do not say who all the parties of a mechanism are, so
 * each place sets its own.
 */
public record MechanismTable(@Size(max = 6) Map<Mechanism, Row> mechanisms) implements ConfigTable {

  /** More than any report tells of. */
  static final int SEATS_MAX = 21;

  static final int PROFESSIONS_MAX = 20;

  /**
   * @param most seats there may be at all, those that have to be taken among them
   * @param odd whether the number of those who sit must be odd
   * @param seats that have to be taken; the first leads
   */
  public record Row(
      @Nullable Integer most,
      @Nullable Boolean odd,
      @Size(max = SEATS_MAX) List<Seat> seats,
      @Nullable String basis) {
    public Row {
      seats = Copies.of(seats);
    }
  }

  /**
   * @param professions one of which whoever sits there must have; empty: anybody on the roster
   */
  public record Seat(@Nullable String code, @Size(max = PROFESSIONS_MAX) List<String> professions) {
    public Seat {
      professions = Copies.of(professions);
    }
  }

  public MechanismTable {
    mechanisms = Copies.of(mechanisms);
  }

  /** A table in force has every row. */
  public Row row(Mechanism mechanism) {
    return Objects.requireNonNull(mechanisms.get(mechanism));
  }

  @Override
  public List<Flaw> flaws() {
    var flaws = new Flaws();
    for (Mechanism mechanism : Mechanism.values()) {
      String field = "mechanisms." + mechanism.wire();
      Row row = mechanisms.get(mechanism);
      if (row == null) {
        flaws.add(field, Flaw.MISSING);
      } else {
        check(flaws, field, row);
      }
    }
    return flaws.list();
  }

  private static void check(Flaws flaws, String field, Row row) {
    if (row.most() == null) {
      flaws.add(field + ".most", Flaw.MISSING);
    } else if (row.most() < Math.max(1, row.seats().size()) || row.most() > SEATS_MAX) {
      flaws.add(field + ".most", "must be between the number of seats and " + SEATS_MAX);
    }
    if (row.odd() == null) {
      flaws.add(field + ".odd", Flaw.MISSING);
    } else if (row.odd() && row.seats().size() % 2 == 0) {
      flaws.add(field + ".seats", "must be an odd number of seats");
    }
    flaws.size(field + ".seats", row.seats().size(), SEATS_MAX);
    if (row.seats().isEmpty()) {
      flaws.add(field + ".seats", Flaw.MISSING);
    }
    for (int i = 0; i < row.seats().size(); i++) {
      String seat = field + ".seats[" + i + "]";
      flaws.code(seat + ".code", row.seats().get(i).code());
      flaws.codes(seat + ".professions", row.seats().get(i).professions());
      flaws.size(seat + ".professions", row.seats().get(i).professions().size(), PROFESSIONS_MAX);
    }
    if (row.seats().stream().map(Seat::code).distinct().count() < row.seats().size()) {
      flaws.add(field + ".seats", "names a seat twice");
    }
    flaws.basis(field + ".basis", row.basis());
  }
}
