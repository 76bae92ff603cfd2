package cn.linli.platform.search;

import cn.linli.platform.search.ListOrder.Place;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The stored segments, for who makes and audits them. Their next number is also what makes of many
 * writers one: every change takes it from what the writer read before it looked at anything else.
 */
final class Segments {

  private static final String NEXT = "next";
  private static final String NUMBER = "n";
  private static final String SINCE = "s";
  private static final int ROWS_PER_FETCH = 1_000;

  private static final TransactionOptions TRANSACTION =
      TransactionOptions.builder()
          .readConcern(ReadConcern.MAJORITY)
          .writeConcern(WriteConcern.MAJORITY.withJournal(true))
          .build();

  private final MongoClient client;
  private final MongoCollection<Document> rows;

  Segments(MongoClient client, MongoDatabase database) {
    this.client = client;
    this.rows =
        WordIndex.majority(database, Rows.COLLECTION)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  MongoCollection<Document> rows() {
    return rows;
  }

  /** The number of the next segment. To be read before whatever a change rests on. */
  int next() {
    Document next = rows.find(Filters.eq("_id", NEXT)).first();
    if (next != null) {
      return next.getInteger(NUMBER);
    }
    rows.updateOne(
        Filters.eq("_id", NEXT), Updates.setOnInsert(NUMBER, 0), new UpdateOptions().upsert(true));
    return next();
  }

  /**
   * Writes in one transaction, unless somebody else has written since {@code next} was read.
   *
   * @return whether it was written
   */
  boolean write(int next, Consumer<ClientSession> writes) {
    try (ClientSession session = client.startSession()) {
      return session.withTransaction(
          () -> {
            var taken =
                rows.updateOne(
                    session,
                    Filters.and(Filters.eq("_id", NEXT), Filters.eq(NUMBER, next)),
                    Updates.inc(NUMBER, 1));
            if (taken.getModifiedCount() == 1) {
              writes.accept(session);
            }
            return taken.getModifiedCount() == 1;
          },
          TRANSACTION);
    }
  }

  /** The number from which on segments hold every text; −1 if they are still to be built. */
  int builtSince() {
    Document built = rows.find(Filters.eq("_id", WordIndex.BUILT)).first();
    return built == null ? -1 : built.getInteger(SINCE);
  }

  void setBuilt(ClientSession session, int since) {
    rows.insertOne(session, new Document("_id", WordIndex.BUILT).append(SINCE, since));
  }

  /** From now on lists are walked through, until all segments have been made anew. */
  void unsetBuilt() {
    rows.deleteOne(Filters.eq("_id", WordIndex.BUILT));
  }

  /** Numbers of all segments. */
  List<Integer> numbers() {
    var numbers = new ArrayList<Integer>();
    for (Document row :
        rows.find(Rows.receivedRange())
            .sort(Sorts.ascending("_id"))
            .projection(Projections.include("_id"))) {
      numbers.add(Rows.segmentOf(row.getString("_id")));
    }
    return numbers;
  }

  /** Removes segments below a number; the rows that name them last, so that it can be repeated. */
  void removeBelow(int number) {
    if (numbers().stream().noneMatch(it -> it < number)) {
      return;
    }
    var last = new ArrayList<String>();
    var some = new ArrayList<String>();
    for (Document row : rows.find().projection(Projections.include("_id"))) {
      String id = row.getString("_id");
      if (!Rows.isRow(id) || Rows.segmentOf(id) >= number) {
        continue;
      }
      (Rows.isReceived(id) ? last : some).add(id);
      if (some.size() == ROWS_PER_FETCH) {
        remove(some);
      }
    }
    remove(some);
    remove(last);
  }

  private void remove(List<String> ids) {
    rows.deleteMany(Filters.in("_id", ids));
    ids.clear();
  }

  /** Where texts stand: by segment, the column of each. */
  Map<Integer, Map<Integer, String>> find(Collection<Place> places) {
    var byInstant = new HashMap<Long, Set<String>>();
    places.forEach(it ->
        byInstant.computeIfAbsent(it.receivedMillis(), key -> new HashSet<>()).add(it.stream()));
    var maybe = new HashMap<Integer, long[]>();
    for (Document row : rows.find(Rows.receivedRange())) {
      long[] received = Rows.received(row);
      if (byInstant.keySet().stream().anyMatch(it -> Arrays.binarySearch(received, it) >= 0)) {
        maybe.put(Rows.segmentOf(row.getString("_id")), received);
      }
    }
    var found = new HashMap<Integer, Map<Integer, String>>();
    for (Document row : rows.find(in(maybe.keySet().stream().map(Rows::streamsId).toList()))) {
      int segment = Rows.segmentOf(row.getString("_id"));
      List<String> streams = Rows.streams(row);
      long[] received = maybe.get(segment);
      for (int column = 0; column < received.length; column++) {
        if (byInstant.getOrDefault(received[column], Set.of()).contains(streams.get(column))) {
          found.computeIfAbsent(segment, it -> new HashMap<>()).put(column, streams.get(column));
        }
      }
    }
    return found;
  }

  static Bson in(List<String> ids) {
    return Filters.in("_id", ids);
  }
}
