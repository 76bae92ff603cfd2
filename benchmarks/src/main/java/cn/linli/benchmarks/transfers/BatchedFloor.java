package cn.linli.benchmarks.transfers;

import cn.linli.benchmarks.load.Sample;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.Schema;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.ListFields;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.bson.Document;

/**
 * What the documents of transfers cost when nobody decides anything: journal documents and states
 * as Linli has them, with their indexes, in transactions as large as its batches, two at a time.
 * Nothing is read, checked, encoded or answered. A ledger of these documents can't be faster here.
 */
final class BatchedFloor {

  /** As many as the committer has in flight. */
  private static final int LOOPS = 2;

  /** Of one transaction, as the committer's limit. */
  private static final int TRANSFERS = 250;

  private static final int SIDES = 2;
  private static final long MICROS_MAX = TimeUnit.SECONDS.toMicros(60);

  private static final TransactionOptions MAJORITY =
      TransactionOptions.builder()
          .readConcern(ReadConcern.LOCAL)
          .writeConcern(WriteConcern.MAJORITY.withJournal(true))
          .build();

  private final MongoClient client;
  private final MongoCollection<JournalEntry> journal;
  private final MongoCollection<Document> states;
  private final AtomicLong commands = new AtomicLong();
  private final long[] versions;

  /** JSON of a line and of a state as a transfer writes them. */
  private final String line;

  private final String state;

  /**
   * @param model database in which Linli has made transfers: what its documents look like
   */
  BatchedFloor(MongoClient client, MongoDatabase model, MongoDatabase database, int holders) {
    this.client = client;
    this.versions = new long[holders];
    this.journal = JournalEntry.collection(database);
    this.states = database.getCollection(StateStore.COLLECTION);
    new Schema(List.of(ListFields.indexes())).migrate(database);
    Document posted = model.getCollection(JournalEntry.COLLECTION).find(Filters.gt("k", 1)).first();
    this.line = posted.getList("e", Document.class).getFirst().getString("d");
    Document passbook =
        model
            .getCollection(StateStore.COLLECTION)
            .find(Filters.eq("_id", posted.getString("s")))
            .first();
    this.state = passbook.getString("d");
    var all = new ArrayList<Document>(holders);
    for (int n = 0; n < holders; n++) {
      all.add(new Document(passbook).append("_id", stream(n).toString()));
    }
    states.insertMany(all);
  }

  /** Transfers in transactions, as fast as they are written. */
  Sample during(Duration time, String name) {
    var latency = new ConcurrentHistogram(MICROS_MAX, 3);
    var good = new LongAdder();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    try (var threads = Executors.newFixedThreadPool(LOOPS)) {
      for (int i = 0; i < LOOPS; i++) {
        int loop = i;
        threads.submit(() -> loop(loop, end, latency, good));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Sample(name, LOOPS, good.sum(), 0, seconds, latency);
  }

  private void loop(int loop, long end, ConcurrentHistogram latency, LongAdder good) {
    var mine = new ArrayList<Integer>();
    for (int n = loop; n < versions.length; n += LOOPS) {
      mine.add(n);
    }
    var random = new Random(loop);
    while (System.nanoTime() < end) {
      Collections.shuffle(mine, random);
      long began = System.nanoTime();
      batch(mine.subList(0, TRANSFERS * SIDES));
      latency.recordValue(Math.min(MICROS_MAX, (System.nanoTime() - began) / 1_000));
      good.add(TRANSFERS);
    }
  }

  private void batch(List<Integer> passbooks) {
    Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var lines = new ArrayList<JournalEntry>();
    var updates = new ArrayList<UpdateOneModel<Document>>();
    String key = "";
    String made = "";
    for (int i = 0; i < passbooks.size(); i++) {
      if (i % SIDES == 0) {
        long command = commands.incrementAndGet();
        key = Holders.key(command);
        made = Holders.made(command);
      }
      int passbook = passbooks.get(i);
      StreamId stream = stream(passbook);
      long version = ++versions[passbook];
      lines.add(
          new JournalEntry(
              stream,
              version,
              version,
              List.of(new JournalEntry.Encoded("cn.linli.timebank.Posted.v1", line)),
              key,
              key,
              Holders.CREATED,
              stream,
              Holders.ACTOR,
              at,
              made,
              made));
      var changed =
          new Document("v", version)
              .append("n", version)
              .append("at", Date.from(at))
              .append("d", state);
      updates.add(
          new UpdateOneModel<>(
              Filters.eq("_id", stream.toString()), new Document("$set", changed)));
    }
    try (var session = client.startSession()) {
      session.startTransaction(MAJORITY);
      journal.insertMany(session, lines);
      states.bulkWrite(session, updates, new BulkWriteOptions().ordered(false));
      session.commitTransaction();
    }
  }

  private static StreamId stream(int number) {
    return AccountCases.stream(Holders.id(number));
  }
}
