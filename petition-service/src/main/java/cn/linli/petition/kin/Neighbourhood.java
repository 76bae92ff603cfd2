package cn.linli.petition.kin;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import cn.linli.petition.casework.ListFields;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Likeness;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What is like a text among the newest requests of its street: a bounded walk over one index,
 * compared by keyed sketches. Nothing is opened, whatever is stored.
 */
final class Neighbourhood {

  /** How far back: a season of heating, and no older than what anybody remembers. */
  static final Duration WINDOW = Duration.ofDays(180);

  /** Looked at for one question, newest first: some 80 KB of one index, and no document. */
  static final int EXAMINED_MAX = 400;

  private static final long MILLIS_MAX = 2_000;

  /** All of it stands in the index, so nothing is fetched. */
  static final Bson WHAT_IS_COMPARED =
      Projections.include(
          ListFields.SKETCH, ListFields.DIVISION, ListFields.RECEIVED, ListFields.ACCUSED);

  private final MongoCollection<Document> states;

  Neighbourhood(MongoDatabase database) {
    this.states =
        database
            .getCollection(StateStore.COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .withReadPreference(ReadPreference.primary());
  }

  /**
   * @param category null while it is not known: then the street's newest of every category
   * @param hiddenFrom marks of the codes the reader answers to: what accuses one of them is not
   *     there
   * @param but a request that is not its own kin
   */
  record Question(
      Binary sketch,
      String division,
      @Nullable String category,
      Instant now,
      Set<String> hiddenFrom,
      @Nullable String but) {}

  /** Most alike first, newest first among equals. */
  List<Kindred> near(Question question, int limit) {
    var found = new ArrayList<Kindred>();
    states
        .find(filter(question))
        .projection(WHAT_IS_COMPARED)
        .sort(Sorts.descending(ListFields.RECEIVED))
        .limit(EXAMINED_MAX)
        .maxTime(MILLIS_MAX, TimeUnit.MILLISECONDS)
        .forEach(document -> {
          Kindred kindred = compared(document, question);
          if (kindred != null) {
            found.add(kindred);
          }
        });
    found.sort(
        Comparator.comparingInt(Kindred::likeness)
            .thenComparing(Kindred::received)
            .thenComparing(Kindred::id)
            .reversed());
    return found.subList(0, Math.min(limit, found.size()));
  }

  /** Equality on the street (and category), a range on the time: the index in its own order. */
  static Bson filter(Question question) {
    var filters = new ArrayList<Bson>();
    filters.add(
        eq(
            ListFields.KIN,
            question.category() == null
                ? ListFields.street(question.division())
                : ListFields.kin(question.division(), question.category())));
    filters.add(gte(ListFields.RECEIVED, Date.from(question.now().minus(WINDOW))));
    return and(filters);
  }

  private static @Nullable Kindred compared(Document document, Question question) {
    String id = StreamId.parse(document.getString("_id")).key();
    Binary sketch = document.get(ListFields.SKETCH, Binary.class);
    String accused = document.getString(ListFields.ACCUSED);
    if (sketch == null
        || id.equals(question.but())
        || accused != null && question.hiddenFrom().contains(accused)) {
      return null;
    }
    int contained = Likeness.of(question.sketch(), sketch).contained();
    if (contained < Kindred.LIKENESS_MIN) {
      return null;
    }
    Instant received = document.getDate(ListFields.RECEIVED).toInstant();
    return new Kindred(
        id,
        Kindred.score(
            contained,
            question.division(),
            document.getString(ListFields.DIVISION),
            Duration.between(received, question.now()).abs()),
        received);
  }

  /** Of these requests, those whose words are the same, whatever order they come in. */
  List<String> same(Bson among, Binary sketch, String category, String division, int sameMin) {
    var found = new ArrayList<String>();
    states
        .find(and(among, eq(ListFields.KIN, ListFields.kin(division, category))))
        .projection(WHAT_IS_COMPARED)
        .sort(Sorts.descending(ListFields.RECEIVED))
        .limit(EXAMINED_MAX)
        .maxTime(MILLIS_MAX, TimeUnit.MILLISECONDS)
        .forEach(document -> {
          Binary other = document.get(ListFields.SKETCH, Binary.class);
          if (other != null && Likeness.of(sketch, other).common() >= sameMin) {
            found.add(StreamId.parse(document.getString("_id")).key());
          }
        });
    return found;
  }

  static String stream(String id) {
    return PetitionStream.of(id).toString();
  }
}
