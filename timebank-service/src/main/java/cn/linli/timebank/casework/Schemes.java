package cn.linli.timebank.casework;

import static cn.linli.platform.config.tables.SchemeTable.cell;

import cn.linli.platform.config.Configuration;
import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.timebank.ledger.Terms;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemes in force, from memory. */
public final class Schemes implements Terms.Of {

  private final Configuration tables;

  /** A city has few different ones. */
  private final Map<SchemeTable, Terms> terms = new ConcurrentHashMap<>();

  public Schemes(Configuration tables) {
    this.tables = tables;
  }

  /** All of a community's scheme. */
  public SchemeTable of(String division) {
    return tables.table(SchemeTable.class, division);
  }

  /** What of it the book needs. */
  @Override
  public Terms in(String division) {
    return terms.computeIfAbsent(of(division), Schemes::terms);
  }

  static Terms terms(SchemeTable scheme) {
    int months = cell(scheme.expiryMonths());
    return new Terms(
        cell(scheme.accountCapMinutes()),
        cell(scheme.sessionCapMinutes()),
        cell(scheme.dayCapMinutes()),
        cell(scheme.rounding()).minutes(),
        cell(scheme.remainderKept()),
        months == 0 ? null : months,
        cell(scheme.poolFloorMinutes()));
  }
}
