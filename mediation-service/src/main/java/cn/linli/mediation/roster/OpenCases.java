package cn.linli.mediation.roster;

import cn.linli.mediation.casework.ListFields;
import cn.linli.platform.commit.StateStore;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** How many disputes mediators have in hand, counted over the index of work lists. */
final class OpenCases {

  private static final long COUNT_MILLIS_MAX = 8_000;

  /** More are not counted one by one: nobody mediates so many at a time. */
  private static final int DISPUTES_MAX = 20_000;

  private final MongoCollection<Document> states;

  OpenCases(MongoDatabase database) {
    this.states =
        database
            .getCollection(StateStore.COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .withReadPreference(ReadPreference.primary());
  }

  Map<String, Integer> of(List<String> mediators) {
    var counts = new HashMap<String, Integer>();
    if (mediators.isEmpty()) {
      return counts;
    }
    Map<String, String> byList =
        mediators.stream()
            .distinct()
            .collect(Collectors.toMap(id -> ListFields.open(ListFields.seat(id)), id -> id));
    Bson wanted = Filters.in(ListFields.MINE, byList.keySet());
    // Only what was received at some time is in the index.
    Bson indexed = Filters.exists(ListFields.RECEIVED);
    states
        .aggregate(
            List.of(
                Aggregates.match(Filters.and(wanted, indexed)),
                Aggregates.limit(DISPUTES_MAX),
                Aggregates.project(Projections.include(ListFields.MINE)),
                Aggregates.unwind("$" + ListFields.MINE),
                Aggregates.match(wanted),
                Aggregates.group("$" + ListFields.MINE, Accumulators.sum("n", 1))))
        .maxTime(COUNT_MILLIS_MAX, TimeUnit.MILLISECONDS)
        .forEach(each -> counts.put(byList.get(each.getString("_id")), each.getInteger("n")));
    return counts;
  }
}
