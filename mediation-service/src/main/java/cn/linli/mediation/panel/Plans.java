package cn.linli.mediation.panel;

import cn.linli.events.mediation.Mechanism;
import cn.linli.mediation.domain.roster.SeatPlan;
import cn.linli.mediation.domain.roster.SeatPlan.Seat;
import cn.linli.platform.config.Configuration;
import cn.linli.platform.config.tables.MechanismTable;
import java.util.Objects;
import java.util.Set;

/** How a mechanism seats people at a place: from the table in force there. */
final class Plans {

  private final Configuration tables;

  Plans(Configuration tables) {
    this.tables = tables;
  }

  SeatPlan of(Mechanism mechanism, String division) {
    MechanismTable.Row row = tables.table(MechanismTable.class, division).row(mechanism);
    return new SeatPlan(
        row.seats().stream()
            .map(it -> new Seat(Objects.requireNonNull(it.code()), Set.copyOf(it.professions())))
            .toList(),
        Objects.requireNonNull(row.most()),
        Objects.requireNonNull(row.odd()));
  }
}
