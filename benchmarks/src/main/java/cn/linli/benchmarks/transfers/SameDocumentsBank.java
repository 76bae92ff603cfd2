package cn.linli.benchmarks.transfers;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.StateJson;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.config.Configuration;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Booking;
import cn.linli.timebank.ledger.Step;
import cn.linli.timebank.ledger.Transaction;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/**
 * The same transfer down to the last document, written the plain way: a transaction of its own each
 * that reads both passbooks, decides with Linli's book and writes two chained lines and two states
 * guarded by their version, with the same indexes; the key is unique by its index. Four round
 * trips, none of them more than it takes. Linli's checker reads what it leaves.
 */
final class SameDocumentsBank implements Bank {

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  /** Behind those of Linli, which has opened the passbooks. */
  private static final long FIRST_COMMAND = 1_000_000_000L;

  private final OneTransaction transaction;
  private final MongoCollection<JournalEntry> journal;
  private final MongoCollection<Document> states;
  private final EventCodec<AccountEvent> codec = EventCodec.of(AccountEvent.class);
  private final Schemes schemes = new Schemes(new Configuration());
  private final AtomicLong commands = new AtomicLong(FIRST_COMMAND);

  SameDocumentsBank(MongoClient client, MongoDatabase database, int holders, long minutesEach) {
    this.transaction = new OneTransaction(client);
    new LinliBank(client, database, holders, minutesEach).close();
    this.journal = JournalEntry.collection(database);
    this.states = database.getCollection(StateStore.COLLECTION);
  }

  /** A passbook as read: its document, and what that says. */
  private record Read(Document document, Account account) {}

  @Override
  public boolean transfer(int from, int to) {
    List<String> both = List.of(Holders.id(from), Holders.id(to));
    long command = commands.incrementAndGet();
    return transaction.run(session -> write(session, both, command, read(session, both)));
  }

  private Map<String, Read> read(ClientSession session, List<String> accounts) {
    var ids = accounts.stream().map(id -> AccountCases.stream(id).toString()).toList();
    var read = new HashMap<String, Read>();
    for (Document document : states.find(session, in("_id", ids))) {
      var account = StateJson.MAPPER.readValue(document.getString("d"), Account.class);
      read.put(account.id(), new Read(document, account));
    }
    return read;
  }

  private void write(
      ClientSession session, List<String> both, long command, Map<String, Read> read) {
    String key = Holders.key(command);
    String made = Holders.made(command);
    Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var stamp = new Stamp(WorkCalendar.dayOf(at), at, Holders.PATH);
    StreamId primary = AccountCases.stream(both.getFirst());
    var lines = new ArrayList<JournalEntry>();
    var updates = new ArrayList<UpdateOneModel<Document>>();
    decide(both, read, at)
        .forEach((id, events) -> {
          Read before = read.get(id);
          long version = number(before.document(), "v");
          long sequence = number(before.document(), "n");
          Account after = before.account();
          var encoded = new ArrayList<JournalEntry.Encoded>();
          for (AccountEvent event : events) {
            after = after.evolve(event, at);
            encoded.add(new JournalEntry.Encoded(codec.type(event), codec.encode(event, stamp)));
          }
          StreamId stream = AccountCases.stream(id);
          lines.add(
              new JournalEntry(
                  stream,
                  version + 1,
                  sequence + 1,
                  encoded,
                  key,
                  key,
                  Holders.CREATED,
                  primary,
                  Holders.ACTOR,
                  at,
                  made,
                  made));
          updates.add(
              new UpdateOneModel<>(
                  and(eq("_id", stream.toString()), eq("v", version)),
                  combine(
                      set("v", version + 1),
                      set("n", sequence + events.size()),
                      set("at", Date.from(at)),
                      set("d", StateJson.MAPPER.writeValueAsString(after)))));
        });
    var written = states.bulkWrite(session, updates, UNORDERED);
    if (written.getModifiedCount() != updates.size()) {
      throw new IllegalStateException("a snapshot that is not one");
    }
    journal.insertMany(session, lines);
  }

  private Map<String, List<AccountEvent>> decide(
      List<String> both, Map<String, Read> read, Instant at) {
    var accounts = new HashMap<String, Account>();
    read.forEach((id, it) -> accounts.put(id, it.account()));
    var moved = Step.move(both.getFirst(), both.getLast(), Unit.MINUTES, 1, Reason.TRANSFER, null);
    return switch (Book.apply(Transaction.of(moved), accounts, at, schemes)) {
      case Booking.Booked(var events) -> events;
      case Booking.Refused(var refusal) ->
          throw new IllegalStateException(
              "the benchmark's passbooks are never empty: " + refusal.code());
    };
  }

  private static long number(Document document, String field) {
    return document.get(field, Number.class).longValue();
  }

  /** Transactions that lost against another one. */
  long conflicts() {
    return transaction.conflicts();
  }
}
