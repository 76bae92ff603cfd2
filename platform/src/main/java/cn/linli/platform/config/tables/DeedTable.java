package cn.linli.platform.config.tables;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the moral bank of a community honours, and for which breaches of its covenant points may be
 * taken at all: the published lists (domain rules §6.3). Places may set their own; nothing that
 * people have a right to is ever a breach.
 *
 * @param deeds by code
 * @param breaches by code; none are shipped
 */
public record DeedTable(
    @Size(max = DeedTable.ROWS_MAX) Map<String, Row> deeds,
    @Size(max = DeedTable.ROWS_MAX) Map<String, Row> breaches)
    implements ConfigTable {

  static final int ROWS_MAX = 100;
  private static final int TITLE_CHARACTERS_MAX = 60;

  /** No village gives more for one deed. */
  private static final int POINTS_MAX = 100;

  /**
   * Requests, complaints, belief, health and debt: a code that is such a word or begins with it is
   * no breach.
   */
  private static final Set<String> PROTECTED =
      Set.of("request", "petition", "complaint", "belief", "religion", "health", "debt");

  /**
   * @param points given or taken
   */
  public record Row(@Nullable String title, @Nullable Integer points, @Nullable String basis) {}

  public DeedTable {
    deeds = Copies.of(deeds);
    breaches = Copies.of(breaches);
  }

  public Optional<Row> deed(String code) {
    return Optional.ofNullable(deeds.get(code));
  }

  public Optional<Row> breach(String code) {
    return Optional.ofNullable(breaches.get(code));
  }

  /** Whether nobody may ever lose points for it. */
  public static boolean isProtected(String breach) {
    return PROTECTED.stream()
        .anyMatch(word -> breach.equals(word) || breach.startsWith(word + "-"));
  }

  @Override
  public List<Flaw> flaws() {
    var flaws = new Flaws();
    if (deeds.isEmpty()) {
      flaws.add("deeds", Flaw.MISSING);
    }
    check(flaws, "deeds", deeds);
    check(flaws, "breaches", breaches);
    for (String code : breaches.keySet()) {
      if (isProtected(code)) {
        flaws.add("breaches." + code, "is what people have a right to: no points are taken for it");
      }
    }
    return flaws.list();
  }

  private static void check(Flaws flaws, String list, Map<String, Row> rows) {
    flaws.size(list, rows.size(), ROWS_MAX);
    rows.forEach((code, row) -> {
      String field = list + "." + code;
      flaws.code(field, code);
      if (row.title() == null || row.title().isBlank()) {
        flaws.add(field + ".title", Flaw.MISSING);
      } else if (row.title().length() > TITLE_CHARACTERS_MAX) {
        flaws.add(field + ".title", "is longer than " + TITLE_CHARACTERS_MAX + " characters");
      }
      if (row.points() == null) {
        flaws.add(field + ".points", Flaw.MISSING);
      } else if (row.points() < 1 || row.points() > POINTS_MAX) {
        flaws.add(field + ".points", "must be between 1 and " + POINTS_MAX);
      }
      flaws.basis(field + ".basis", row.basis());
    });
  }
}
