package cn.linli.timebank.proof;

import cn.linli.events.timebank.Unit;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.StreamId;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads the journal up to an instant that lies a minute back or more. By then every commit with an
 * earlier instant is in or will never be: a transaction lives five seconds. And since all documents
 * of one command have one instant, and instants never go back in a stream, what is read is a cut:
 * whole commands, and of each stream a beginning without gaps. No snapshot is needed, whose history
 * of five minutes a large ledger would outlast.
 */
final class JournalReading {

  /** After so long a commit is in, or will never be. */
  static final Duration SETTLED = Duration.ofMinutes(1);

  private static final int DOCUMENTS_PER_BATCH = 5_000;
  private static final int LINES_PER_PART = 2_000;
  private static final int BATCHES_AHEAD = 4;
  private static final long PATIENCE_SECONDS = 300;

  private static final Document BY_STREAM = new Document("s", 1).append("c", 1);
  private static final Bson FIELDS = Projections.include("s", "k", "c", "at", "e");

  private final MongoCollection<RawBsonDocument> journal;
  private final LineReader lines = new LineReader();
  private final PairReader pairs = new PairReader();

  JournalReading(MongoDatabase database) {
    this.journal =
        database
            .getCollection(JournalEntry.COLLECTION, RawBsonDocument.class)
            .withReadConcern(ReadConcern.MAJORITY);
  }

  /**
   * All lines about in the order in which they were written, which is that of {@code seq} in each
   * passbook. One thread reads and decodes while the caller's works on what came before.
   *
   * @param unreadable what is no line, though it says so
   * @param pairs gets all that streams of two communities say, in the same reading
   */
  void all(
      Instant upTo,
      Consumer<Line> into,
      Consumer<LineReader.Unreadable> unreadable,
      Clearings pairs) {
    BlockingQueue<Batch> ahead = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    Thread reader =
        Thread.ofPlatform().daemon().name("ledger-audit").start(() -> read(upTo, ahead));
    try {
      Batch batch;
      do {
        batch = ahead.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (batch == null) {
          throw new IllegalStateException("the journal does not answer");
        }
        if (batch.failure != null) {
          throw batch.failure;
        }
        batch.lines.forEach(into);
        batch.unreadable.forEach(unreadable);
        batch.pairLines.forEach(pairs::take);
        batch.unreadablePairs.forEach(pairs::unreadable);
      } while (!batch.last);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the audit was stopped", e);
    } finally {
      reader.interrupt();
    }
  }

  /**
   * The lines of one passbook, in order, by the index of commands: a document may stand under an id
   * that is not its own.
   */
  void of(
      String account,
      Instant upTo,
      Consumer<Line> into,
      Consumer<LineReader.Unreadable> unreadable) {
    String stream = LineReader.STREAMS + account;
    journal
        .find(Filters.and(Filters.eq("s", stream), Filters.lte("at", Date.from(upTo))))
        .hint(BY_STREAM)
        .sort(Sorts.ascending("k"))
        .allowDiskUse(true)
        .projection(FIELDS)
        .forEach(document -> {
          var found = new Batch();
          take(document, found);
          found.lines.forEach(into);
          found.unreadable.forEach(unreadable);
        });
  }

  /**
   * Some of a passbook's lines.
   *
   * @param next version behind which to read on; null: there are no more
   */
  record Part(List<Line> lines, @Nullable Long next) {}

  /**
   * Lines of one unit of a passbook, oldest first: whole commits, about {@link #LINES_PER_PART}.
   *
   * @param after version of the commit behind which to begin; 0: at the first
   */
  Part part(String account, Unit unit, long after) {
    var stream = new StreamId(LineReader.STREAMS.substring(0, 1), account);
    var found = new ArrayList<Line>();
    var documents =
        journal
            .find(
                Filters.and(
                    Filters.gt("_id", JournalEntry.id(stream, after)),
                    Filters.lt("_id", stream + ";")))
            .sort(Sorts.ascending("_id"))
            .projection(FIELDS);
    try (var cursor = documents.cursor()) {
      while (cursor.hasNext()) {
        Written document = Written.of(cursor.next());
        lines.read(
            document,
            line -> {
              if (line.unit() == unit) {
                found.add(line);
              }
            });
        if (found.size() >= LINES_PER_PART && cursor.hasNext()) {
          return new Part(List.copyOf(found), document.version());
        }
      }
    }
    return new Part(List.copyOf(found), null);
  }

  private void take(RawBsonDocument document, Batch into) {
    try {
      Written written = Written.of(document);
      lines.read(written, into.lines::add);
      pairs.read(written, into.pairLines::add);
    } catch (LineReader.Unreadable e) {
      boolean ofPair = e.account().startsWith(PairReader.STREAMS);
      (ofPair ? into.unreadablePairs : into.unreadable).add(e);
    }
  }

  /** What a few documents hold, and whether more come. */
  private static final class Batch {
    private final List<Line> lines = new ArrayList<>(DOCUMENTS_PER_BATCH);
    private final List<LineReader.Unreadable> unreadable = new ArrayList<>();
    private final List<PairLine> pairLines = new ArrayList<>();
    private final List<LineReader.Unreadable> unreadablePairs = new ArrayList<>();
    private boolean last;
    private @Nullable RuntimeException failure;
  }

  private void read(Instant upTo, BlockingQueue<Batch> ahead) {
    try {
      var batch = new Batch();
      try {
        int documents = 0;
        for (RawBsonDocument document : inOrderOfWriting(upTo)) {
          take(document, batch);
          if (++documents % DOCUMENTS_PER_BATCH == 0) {
            ahead.put(batch);
            batch = new Batch();
          }
        }
        batch.last = true;
      } catch (RuntimeException e) {
        batch.failure = e;
      }
      ahead.put(batch);
    } catch (InterruptedException e) {
      // nobody reads any more
    }
  }

  private Iterable<RawBsonDocument> inOrderOfWriting(Instant upTo) {
    return journal
        .find(Filters.lte("at", Date.from(upTo)))
        .hint(new Document("$natural", 1))
        .projection(FIELDS)
        .batchSize(DOCUMENTS_PER_BATCH);
  }
}
