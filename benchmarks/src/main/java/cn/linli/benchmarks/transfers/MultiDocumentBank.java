package cn.linli.benchmarks.transfers;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * The same transfer as most programs would write it: one transaction each, with two guarded updates
 * of balances and one insert that tells of it. A write conflict is tried again at once.
 */
final class MultiDocumentBank implements Bank {

  private static final int INSERT_BATCH = 1_000;

  private final OneTransaction transaction;
  private final MongoCollection<Document> accounts;
  private final MongoCollection<Document> transfers;

  MultiDocumentBank(MongoClient client, MongoDatabase database, int holders, long minutesEach) {
    this.transaction = new OneTransaction(client);
    this.accounts = database.getCollection("accounts");
    this.transfers = database.getCollection("transfers");
    transfers.createIndex(new Document("from", 1).append("at", 1));
    for (int from = 0; from < holders; from += INSERT_BATCH) {
      List<Document> batch = new ArrayList<>(INSERT_BATCH);
      for (int n = from; n < Math.min(holders, from + INSERT_BATCH); n++) {
        batch.add(new Document("_id", id(n)).append("balance", minutesEach).append("seq", 0L));
      }
      accounts.insertMany(batch);
    }
  }

  @Override
  public boolean transfer(int from, int to) {
    return transaction.run(session -> write(session, id(from), id(to)));
  }

  private void write(ClientSession session, String from, String to) {
    var taken =
        accounts.updateOne(
            session,
            Filters.and(Filters.eq("_id", from), Filters.gte("balance", 1L)),
            Updates.combine(Updates.inc("balance", -1L), Updates.inc("seq", 1L)));
    if (taken.getModifiedCount() != 1) {
      throw new IllegalStateException("the benchmark's accounts are never empty");
    }
    accounts.updateOne(
        session,
        Filters.eq("_id", to),
        Updates.combine(Updates.inc("balance", 1L), Updates.inc("seq", 1L)));
    transfers.insertOne(
        session,
        new Document("from", from)
            .append("to", to)
            .append("unit", "minutes")
            .append("amount", 1L)
            .append("reason", "transfer")
            .append("at", Instant.now()));
  }

  /** Transactions that lost against another one. */
  long conflicts() {
    return transaction.conflicts();
  }

  /** What all accounts hold together. */
  long sum() {
    long sum = 0;
    for (Document account : accounts.find()) {
      sum += account.getLong("balance");
    }
    return sum;
  }

  private static String id(int number) {
    return "account-" + number;
  }
}
