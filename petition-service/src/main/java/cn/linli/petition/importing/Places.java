package cn.linli.petition.importing;

import cn.linli.petition.domain.Petition;
import cn.linli.platform.division.Division;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.DivisionTree;
import cn.linli.platform.division.Tier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the division of a row. A code or a name that nobody knows puts the row into quarantine; one
 * that lies outside the caller's scope is refused.
 */
final class Places {

  private static final int NAMES_KEPT_MAX = 10_000;

  private final DivisionTree tree;
  private final DivisionCode scope;
  private final @Nullable DivisionCode otherwise;
  private final PlaceMap map;

  /** Looking a name up goes through the whole tree; a file repeats its names. */
  private final Map<String, Optional<DivisionCode>> names =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<DivisionCode>> eldest) {
          return size() > NAMES_KEPT_MAX;
        }
      };

  /**
   * @param otherwise for rows without any place; null: the map's
   */
  Places(DivisionTree tree, DivisionCode scope, @Nullable DivisionCode otherwise, PlaceMap map) {
    this.tree = tree;
    this.scope = scope;
    this.otherwise = otherwise;
    this.map = map;
  }

  String find(RawRow row, String title, @Nullable String description) throws BadRow {
    String code = row.cell(Column.DIVISION);
    if (code != null) {
      return checked(DivisionCode.parse(code), Column.DIVISION);
    }
    String place = row.cell(Column.PLACE);
    if (place != null) {
      return checked(names.computeIfAbsent(place, this::named), Column.PLACE);
    }
    return otherwise == null
        ? checked(map.find(title, description).flatMap(DivisionCode::parse), null)
        : otherwise.value();
  }

  private Optional<DivisionCode> named(String place) {
    return DivisionCode.parse(place)
        .or(() -> tree.named(scope, place).map(Division::code))
        .or(() -> map.named(place).flatMap(DivisionCode::parse));
  }

  private String checked(Optional<DivisionCode> found, @Nullable Column column) throws BadRow {
    if (found.isEmpty() || !tree.isKnown(found.get())) {
      return Petition.UNKNOWN_DIVISION;
    }
    DivisionCode code = found.get();
    if (!scope.contains(code)) {
      throw new BadRow("out-of-scope", column);
    }
    if (code.tier() == Tier.PROVINCE) {
      throw new BadRow("division-too-coarse", column);
    }
    return code.value();
  }
}
