package cn.linli.petition.casework;

import cn.linli.petition.domain.Actor;
import cn.linli.petition.domain.Facts;
import cn.linli.petition.domain.Rulebook;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.config.Configuration;
import cn.linli.platform.config.tables.CategoryTree;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.vault.KeyedHash;
import java.time.Instant;

/** Brings together what a decision may know beside the request: from memory, it never blocks. */
public final class FactsBook {

  private static final String MARK = "accused";

  private final Configuration tables;
  private final Rulebook.Habits habits;
  private final KeyedHash hash;
  private final Divisions divisions;

  public FactsBook(
      Configuration tables, Rulebook.Habits habits, KeyedHash hash, Divisions divisions) {
    this.divisions = divisions;
    this.tables = tables;
    this.habits = habits;
    this.hash = hash;
  }

  public Facts at(Instant now, Actor actor, String division) {
    return new Facts(
        now,
        actor,
        new TenantRulebook(tables, division, habits),
        tables.calendar(division),
        this::mark,
        code -> divisions.now().pathOf(code));
  }

  public Rulebook.Habits habits() {
    return habits;
  }

  public WorkCalendar calendar(String division) {
    return tables.calendar(division);
  }

  /** Whether requests of a place may carry the category. */
  public boolean isCategory(String category, String division) {
    return tables.table(CategoryTree.class, division).isLeaf(category);
  }

  /** Keyed hash of a body's code: what is compared with an accused body's mark. */
  public String mark(String code) {
    return hash.of(MARK, code);
  }
}
