package cn.linli.benchmarks.transfers;

import cn.linli.benchmarks.Report;
import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.events.timebank.Unit;
import cn.linli.local.LocalMongo;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.Schema;
import cn.linli.timebank.ledger.Chain;
import cn.linli.timebank.ledger.Counter;
import cn.linli.timebank.ledger.Entry;
import cn.linli.timebank.proof.LedgerAudit;
import cn.linli.timebank.proof.SealedLeaves;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.bson.Document;

/**
 * How long it takes to read a whole ledger anew and to name the one line in which somebody flipped
 * a bit.
 */
public final class AuditSpeed {

  private static final int PASSBOOKS = 100_000;
  private static final int TRANSFERS_PER_BATCH = 1_000;
  private static final long MINUTES_EACH = 1_000;
  private static final long SEED = 20_261_123;

  /** A quarter of what these lines take up: nobody keeps a whole ledger in memory. */
  private static final double CACHE_GIGABYTES = 2;

  /** On average ten transfers in before it. */
  private static final long OLD = 20;

  private final EventCodec<TimebankEvent> codec = EventCodec.of(TimebankEvent.class);
  private final Random random = new Random(SEED);
  private final long[] seq = new long[PASSBOOKS];
  private final long[] balance = new long[PASSBOOKS];
  private final String[] head = new String[PASSBOOKS];

  private AuditSpeed() {
    Arrays.fill(head, Chain.START);
  }

  /**
   * @param lines of the ledger, both sides of transfers
   */
  public static void run(Report report, long lines) {
    report.title(
        "A whole ledger read anew",
        "%,d lines of %,d passbooks in the journal as transfers leave them; then one bit of an old amount is flipped. Goal: found and named in ≤ 60 s for 10 million lines."
            .formatted(lines, PASSBOOKS));
    report.line("| what | lines | s | lines per s | verdict |\n|---|---|---|---|---|");
    try (var mongo = LocalMongo.temporary(CACHE_GIGABYTES)) {
      MongoDatabase database = mongo.freshDatabase("audit");
      var ledger = new AuditSpeed();
      ledger.open(database);
      ledger.fill(database, (lines - PASSBOOKS) / 2);
      new Schema(List.of()).migrate(database); // quicker now than with each of the documents
      audit(report, database, "untouched");
      String account = Holders.id(PASSBOOKS / 2);
      flip(database, account, OLD);
      audit(report, database, "one bit flipped in line %d of …%s".formatted(OLD, tail(account)));
    }
  }

  private static void audit(Report report, MongoDatabase database, String what) {
    long since = System.nanoTime();
    var found =
        LedgerAudit.of(database).run(Instant.now(), PASSBOOKS, SealedLeaves.NONE, lines -> {});
    double seconds = (System.nanoTime() - since) / 1e9;
    String verdict =
        found.clean()
            ? "clean"
            : found.faults().stream()
                .map(
                    it -> "%s in line %d of …%s".formatted(it.code(), it.seq(), tail(it.account())))
                .reduce((one, other) -> one + ", " + other)
                .orElse("sum not zero");
    report.line(
        String.format(
            Locale.ROOT,
            "| %s | %,d | %.1f | %,.0f | %s |",
            what,
            found.lines(),
            seconds,
            found.lines() / seconds,
            verdict));
  }

  private void open(MongoDatabase database) {
    var journal = database.getCollection(JournalEntry.COLLECTION);
    for (int from = 0; from < PASSBOOKS; from += TRANSFERS_PER_BATCH) {
      var documents = new ArrayList<Document>(TRANSFERS_PER_BATCH);
      for (int n = from; n < from + TRANSFERS_PER_BATCH; n++) {
        String counter = Counter.issue(Holders.PLACE).wire();
        documents.add(line(n, counter, MINUTES_EACH, Reason.GRANT, "open-" + n, Instant.EPOCH));
      }
      journal.insertMany(documents);
    }
  }

  private void fill(MongoDatabase database, long transfers) {
    var journal = database.getCollection(JournalEntry.COLLECTION).withWriteConcern(WriteConcern.W1);
    var unordered = new InsertManyOptions().ordered(false);
    for (long done = 0; done < transfers; done += TRANSFERS_PER_BATCH) {
      var documents = new ArrayList<Document>(2 * TRANSFERS_PER_BATCH);
      for (long n = done; n < Math.min(transfers, done + TRANSFERS_PER_BATCH); n++) {
        int from = random.nextInt(PASSBOOKS);
        int to = (from + 1 + random.nextInt(PASSBOOKS - 1)) % PASSBOOKS;
        String command = Holders.made(n);
        Instant at = Instant.ofEpochMilli(1_770_000_000_000L + n);
        documents.add(
            line(from, Counter.passbook(Holders.id(to)).wire(), -1, Reason.TRANSFER, command, at));
        documents.add(
            line(to, Counter.passbook(Holders.id(from)).wire(), 1, Reason.TRANSFER, command, at));
      }
      journal.insertMany(documents, unordered);
    }
  }

  private Document line(
      int account, String counter, long amount, Reason reason, String command, Instant at) {
    String id = Holders.id(account);
    seq[account]++;
    balance[account] += amount;
    head[account] =
        Chain.next(
            head[account],
            id,
            seq[account],
            Unit.MINUTES,
            amount,
            counter,
            at,
            command,
            reason,
            null);
    var posted =
        new Posted(
            new Entry(id, Unit.MINUTES, seq[account]).id(),
            Unit.MINUTES,
            amount,
            balance[account],
            0,
            counter,
            reason,
            command,
            head[account],
            null,
            null,
            null);
    var stamp = new Stamp(LocalDate.of(2026, 2, 2), at, Holders.PATH);
    var stream = new StreamId("a", id);
    return new JournalEntry(
            stream,
            seq[account],
            seq[account],
            List.of(new JournalEntry.Encoded(codec.type(posted), codec.encode(posted, stamp))),
            command,
            command,
            Holders.CREATED,
            stream,
            Holders.ACTOR,
            at,
            command,
            command)
        .toDocument();
  }

  /** An amount of 1 becomes 0, of −1 becomes −0: the lowest bit of its digit. */
  private static void flip(MongoDatabase database, String account, long version) {
    var journal = database.getCollection(JournalEntry.COLLECTION);
    var id = Filters.eq("_id", JournalEntry.id(new StreamId("a", account), version));
    String event = journal.find(id).first().getList("e", Document.class).getFirst().getString("d");
    journal.updateOne(id, Updates.set("e.0.d", event.replaceFirst("(\"amount\":-?)1", "$10")));
  }

  private static String tail(String account) {
    return account.substring(account.length() - 6);
  }
}
