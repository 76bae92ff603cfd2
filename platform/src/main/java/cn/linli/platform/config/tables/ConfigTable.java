package cn.linli.platform.config.tables;

import java.util.List;

/**
 * A table of configuration, read as a whole. It may be incomplete until {@link #flaws} is empty.
 */
public sealed interface ConfigTable
    permits AdmissionList,
        AssistList,
        CalendarTable,
        CategoryTree,
        DeedTable,
        LimitTable,
        MechanismTable,
        PathwayTable,
        RetentionTable,
        RoutingTable,
        RungTable,
        SchemeTable,
        SeatTable,
        TargetTable {

  /** What is missing or wrong; each names its cell. Empty for a table that may be used. */
  List<Flaw> flaws();
}
