package cn.linli.mediation.domain.roster;

import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeLevel;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a dispute matters for who mediates it.
 *
 * @param dispute its id: breaks ties, so that not the same mediator is first everywhere
 * @param division where it lies
 * @param body committee that has it, or the studio or team that is asked for; null: none
 * @param languages asked for, beside Mandarin
 * @param sides parties that are still there
 * @param recused mediators who stepped aside
 */
public record Matter(
    String dispute,
    DisputeKind kind,
    DisputeLevel level,
    String division,
    @Nullable String body,
    Set<String> languages,
    List<Side> sides,
    Set<String> recused) {

  public Matter {
    languages = Set.copyOf(languages);
    sides = List.copyOf(sides);
    recused = Set.copyOf(recused);
  }

  /**
   * @param party its number
   * @param marks keyed hashes of who the party is and who speaks for it
   * @param chosen mediators it would like
   * @param refused mediators it does not accept
   */
  public record Side(
      String party,
      Set<String> marks,
      @Nullable String organisation,
      Set<String> chosen,
      Set<String> refused) {
    public Side {
      marks = Set.copyOf(marks);
      chosen = Set.copyOf(chosen);
      refused = Set.copyOf(refused);
    }
  }

  /** Mediators that every party would like. */
  public List<String> chosenByAll() {
    return sides.isEmpty()
        ? List.of()
        : sides.getFirst().chosen().stream()
            .filter(id -> sides.stream().allMatch(side -> side.chosen().contains(id)))
            .sorted()
            .toList();
  }
}
