package cn.linli.platform.config.tables;

import cn.linli.events.mediation.Pathway;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who takes claims over along each pathway at a place: the catalogue that links mediation with
 * arbitration, notaries, authorities and courts. Source: domain rules R5-19, R5-23, §5.4. Which
 * kinds of disputes may go where is law, no tenant's choice.
 */
public record PathwayTable(@Size(max = 8) Map<Pathway, Row> pathways) implements ConfigTable {

  static final int BODIES_MAX = 50;
  static final int NAME_CHARACTERS_MAX = 100;

  /**
   * @param bodies the first is asked where nobody was named
   */
  public record Row(@Size(max = BODIES_MAX) List<Body> bodies, @Nullable String basis) {
    public Row {
      bodies = Copies.of(bodies);
    }
  }

  public record Body(@Nullable String code, @Nullable String name) {}

  public PathwayTable {
    pathways = Copies.of(pathways);
  }

  /** A table in force has every row. */
  public Row row(Pathway pathway) {
    return Objects.requireNonNull(pathways.get(pathway));
  }

  public String standing(Pathway pathway) {
    return Objects.requireNonNull(row(pathway).bodies().getFirst().code());
  }

  /** The code itself where the table does not know it. */
  public String name(Pathway pathway, String code) {
    return row(pathway).bodies().stream()
        .filter(it -> code.equals(it.code()))
        .map(it -> Objects.requireNonNull(it.name()))
        .findFirst()
        .orElse(code);
  }

  @Override
  public List<Flaw> flaws() {
    var flaws = new Flaws();
    for (Pathway pathway : Pathway.values()) {
      String field = "pathways." + pathway.wire();
      Row row = pathways.get(pathway);
      if (row == null) {
        flaws.add(field, Flaw.MISSING);
      } else {
        check(flaws, field, row);
      }
    }
    return flaws.list();
  }

  private static void check(Flaws flaws, String field, Row row) {
    if (row.bodies().isEmpty()) {
      flaws.add(field + ".bodies", Flaw.MISSING);
    }
    flaws.size(field + ".bodies", row.bodies().size(), BODIES_MAX);
    for (int i = 0; i < row.bodies().size(); i++) {
      Body body = row.bodies().get(i);
      String cell = field + ".bodies[" + i + "]";
      flaws.code(cell + ".code", body.code());
      if (body.name() == null || body.name().isBlank()) {
        flaws.add(cell + ".name", Flaw.MISSING);
      } else if (body.name().length() > NAME_CHARACTERS_MAX) {
        flaws.add(cell + ".name", "is longer than " + NAME_CHARACTERS_MAX + " characters");
      }
    }
    if (row.bodies().stream().map(Body::code).distinct().count() < row.bodies().size()) {
      flaws.add(field + ".bodies", "names a body twice");
    }
    flaws.basis(field + ".basis", row.basis());
  }
}
