package cn.linli.platform.relay;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.conversions.Bson;

/**
 * Reads the whole topic as a {@code read_committed} consumer does, then the whole journal, and says
 * whether both tell the same: every event once, dense per stream and per partition, with the same
 * bytes. May run beside a working relay; what is not on the topic yet is counted, not blamed.
 *
 * <p>Memory is bounded: if there are more than {@value #STREAMS_PER_PASS_MAX} streams, both are
 * read several times, each time for another slice of the streams.
 */
public final class TopicAudit {

  static final int STREAMS_PER_PASS_MAX = 500_000;

  private static final int JOURNAL_BATCH = 1_000;

  private final MongoCollection<JournalCommit> journal;
  private final RelaySettings settings;
  private final int streamsPerPassMax;

  public TopicAudit(MongoDatabase database, RelaySettings settings) {
    this(database, settings, STREAMS_PER_PASS_MAX);
  }

  TopicAudit(MongoDatabase database, RelaySettings settings, int streamsPerPassMax) {
    this.journal = JournalCommitCodec.journal(database);
    this.settings = settings;
    this.streamsPerPassMax = streamsPerPassMax;
  }

  /** Blocks until both are read. */
  public AuditVerdict run() {
    for (int passes = 1; ; passes *= 2) {
      try {
        return run(passes);
      } catch (StreamMarks.TooMany e) {
        // slices half as large fit, or the next ones do
      }
    }
  }

  private AuditVerdict run(int passes) {
    var verdict = new AuditVerdict.Builder();
    for (int pass = 0; pass < passes; pass++) {
      var marks = new StreamMarks(pass, passes, streamsPerPassMax, verdict);
      new TopicScan(settings, marks, verdict, pass == 0).run();
      scanJournal(marks);
      marks.compare();
    }
    return verdict.build();
  }

  private void scanJournal(StreamMarks marks) {
    var all = journal.find().sort(Sorts.ascending("_id")).batchSize(JOURNAL_BATCH);
    try (var cursor = all.cursor()) {
      while (cursor.hasNext()) {
        JournalCommit commit = cursor.next();
        if (marks.concerns(commit.stream())) {
          fillGap(commit, marks);
          marks.inJournal(commit);
        }
      }
    }
  }

  /**
   * A cursor that is overtaken by writers may see version k + 1 but not k, which was committed
   * before it. Both are there when asked for again.
   */
  private void fillGap(JournalCommit commit, StreamMarks marks) {
    long known = marks.version(commit.stream());
    if (commit.k() <= known + 1) {
      return;
    }
    List<String> missing =
        LongStream.range(known + 1, commit.k())
            .limit(JOURNAL_BATCH)
            .mapToObj(k -> "%s:%010d".formatted(commit.stream(), k))
            .toList();
    Bson between = Filters.in("_id", missing);
    journal.find(between).sort(Sorts.ascending("_id")).forEach(marks::inJournal);
  }
}
