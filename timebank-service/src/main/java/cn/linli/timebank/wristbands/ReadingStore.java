package cn.linli.timebank.wristbands;

import cn.linli.platform.commit.Beside;
import cn.linli.platform.journal.Schema;
import cn.linli.timebank.domain.wristbands.Reading;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Readings until they are settled and nothing late can change them: then they are deleted. They
 * stand apart from the journal because that can't forget. The key is (device, seq), so a reading
 * that arrives again is there already.
 */
public final class ReadingStore {

  private static final String COLLECTION = "readings";

  /** More than a batch's wristbands have waiting together in practice; only hints depend on it. */
  private static final int READ_MAX = 20_000;

  private final MongoCollection<Document> readings;

  ReadingStore(MongoDatabase database) {
    readings =
        database
            .getCollection(COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .withReadPreference(ReadPreference.primary());
  }

  public static Schema.Part schema() {
    return new Schema.Part(COLLECTION, List.of(Schema.Index.on(new Document("b", 1))));
  }

  /** Everything of one wristband. */
  List<Reading> of(String band) {
    return readings.find(Filters.eq("b", band)).map(ReadingStore::reading).into(new ArrayList<>());
  }

  /** Of several, by wristband. */
  Map<String, List<Reading>> of(Collection<String> bands) {
    return readings.find(Filters.in("b", bands)).limit(READ_MAX).into(new ArrayList<>()).stream()
        .collect(
            Collectors.groupingBy(
                it -> it.getString("b"),
                Collectors.mapping(ReadingStore::reading, Collectors.toList())));
  }

  /** Which of them are there already. */
  Set<String> known(Collection<String> ids) {
    var known = new HashSet<String>();
    readings
        .find(Filters.in("_id", ids))
        .projection(Projections.include("_id"))
        .forEach(it -> known.add(it.getString("_id")));
    return known;
  }

  /** What is there stays as it was. */
  static Beside put(String band, Reading it) {
    return new Beside(
        COLLECTION,
        new UpdateOneModel<>(
            Filters.eq("_id", it.id()),
            new Document(
                "$setOnInsert",
                new Document("b", band)
                    .append("d", it.device())
                    .append("n", it.seq())
                    .append("k", it.kind().name())
                    .append("t", Date.from(it.at()))
                    .append("p", it.place())
                    .append("s", it.service())),
            new UpdateOptions().upsert(true)));
  }

  static Beside delete(Collection<Reading> gone) {
    return new Beside(
        COLLECTION,
        new DeleteManyModel<>(Filters.in("_id", gone.stream().map(Reading::id).toList())));
  }

  private static Reading reading(Document it) {
    return new Reading(
        it.getString("d"),
        ((Number) it.get("n")).longValue(),
        Reading.Kind.valueOf(it.getString("k")),
        it.getDate("t").toInstant(),
        it.getString("p"),
        it.getString("s"));
  }
}
