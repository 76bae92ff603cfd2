package cn.linli.gateway.views.cells;

import cn.linli.gateway.views.figures.Applied;
import cn.linli.platform.fold.CellKeys;
import cn.linli.platform.fold.GenerationState;
import cn.linli.platform.fold.Generations;
import cn.linli.platform.fold.Poison;
import cn.linli.platform.fold.ViewCollections;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** How many records of a day the live view has applied, and which it passed. */
public final class AppliedCounts {

  /** Passed records named in one reply. */
  private static final int PASSED_MAX = 100;

  private final MongoDatabase database;
  private final Generations generations;

  public AppliedCounts(MongoDatabase database, Generations generations) {
    this.database = database;
    this.generations = generations;
  }

  /** By district, for those asked for; {@code subject}: whose fold counted them. */
  public Map<String, Long> on(LocalDate day, String subject, Collection<String> districts) {
    var live = generations.state().map(GenerationState::live).orElse("");
    Map<String, String> districtOf = new HashMap<>();
    for (var district : districts) {
      var cell = CellKeys.month(district, YearMonth.from(day), subject);
      districtOf.put(live + "|" + cell, district);
    }
    Map<String, Long> counts = new HashMap<>();
    String field = "%02d".formatted(day.getDayOfMonth());
    for (var cell :
        database
            .getCollection(ViewCollections.CELLS)
            .find(Filters.in("_id", districtOf.keySet()))) {
      long count = cell.getEmbedded(List.of("d", field, Applied.NAME), (Number) 0).longValue();
      counts.put(districtOf.get(cell.getString("_id")), count);
    }
    return counts;
  }

  /** Records of a topic that the live view could not count. */
  public List<Poison> passed(String topic) {
    var live = generations.state().map(GenerationState::live).orElse("");
    return database
        .getCollection(ViewCollections.POISON)
        .find(
            Filters.and(
                Filters.gte("_id", live + "|"),
                Filters.lt("_id", live + "}"),
                Filters.eq("topic", topic)))
        .limit(PASSED_MAX)
        .map(AppliedCounts::read)
        .into(new ArrayList<>());
  }

  private static Poison read(Document record) {
    return new Poison(
        record.getString("topic"),
        record.getInteger("partition"),
        record.getLong("n"),
        record.getLong("offset"),
        record.getString("event"),
        record.getString("type"),
        record.getString("reason"));
  }
}
