package cn.linli.gateway.views.figures;

import cn.linli.events.petition.Facets;
import cn.linli.events.petition.Level;
import cn.linli.platform.fold.CellKeys;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes a request's counts are broken down by, made once for each combination. */
final class Labels {

  private final List<String> withoutLevel;
  private final Map<Level, List<String>> byLevel = new EnumMap<>(Level.class);

  private Labels(List<String> withoutLevel) {
    this.withoutLevel = withoutLevel;
    for (var level : Level.values()) {
      var all = new ArrayList<>(withoutLevel);
      all.add(CellKeys.label(Dimension.LEVEL.wire(), level.wire()));
      byLevel.put(level, List.copyOf(all));
    }
  }

  /**
   * @throws IllegalArgumentException if a code can't be stored
   */
  static Labels of(Facets facets) {
    return new Labels(
        List.of(
            CellKeys.label(Dimension.CATEGORY.wire(), facets.category()),
            CellKeys.label(Dimension.CHANNEL.wire(), facets.channel().wire()),
            CellKeys.label(Dimension.KIND.wire(), facets.kind().wire())));
  }

  List<String> at(@Nullable Level level) {
    return level == null ? withoutLevel : byLevel.get(level);
  }
}
