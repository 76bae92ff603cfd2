package cn.linli.benchmarks.transfers;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/**
 * No bank at all: the bare write of two postings of the size that Linli's journal has, one insert
 * each, nothing read, checked or kept together.
 */
final class BareInserts implements Bank {

  /** About what one commit of a passbook takes in the journal. */
  private static final String PAYLOAD = "0123456789abcdef".repeat(44);

  private final MongoCollection<Document> postings;
  private final AtomicLong next = new AtomicLong();

  BareInserts(MongoDatabase database) {
    this.postings =
        database
            .getCollection("postings")
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  @Override
  public boolean transfer(int from, int to) {
    post(from, -1);
    post(to, 1);
    return true;
  }

  private void post(int account, int amount) {
    postings.insertOne(
        new Document("_id", next.incrementAndGet())
            .append("account", account)
            .append("amount", amount)
            .append("at", Instant.now())
            .append("payload", PAYLOAD));
  }

  long count() {
    return postings.countDocuments();
  }
}
