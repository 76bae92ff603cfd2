package cn.linli.platform.config.tables;

import cn.linli.events.WireName;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long personal data are kept, in whole months after the case was closed. */
public record RetentionTable(@Size(max = 4) Map<Holding, Keep> holdings) implements ConfigTable {

  private static final int MONTHS_MAX = 1_200;

  /** What is kept apart from the anonymous journal. */
  public enum Holding implements WireName {
    CONTACT,
    FREE_TEXT,
    ATTACHMENT,
    ACCESS_LOG
  }

  public record Keep(@Nullable Integer months, @Nullable String basis) {}

  public RetentionTable {
    holdings = Copies.of(holdings);
  }

  @Override
  public List<Flaw> flaws() {
    var flaws = new Flaws();
    for (var holding : Holding.values()) {
      String field = "holdings." + holding.wire();
      Keep keep = holdings.get(holding);
      if (keep == null) {
        flaws.add(field, Flaw.MISSING);
        continue;
      }
      if (keep.months() == null) {
        flaws.add(field + ".months", Flaw.MISSING);
      } else if (keep.months() < 1 || keep.months() > MONTHS_MAX) {
        flaws.add(field + ".months", "must be between 1 and " + MONTHS_MAX);
      }
      flaws.basis(field + ".basis", keep.basis());
    }
    return flaws.list();
  }
}
