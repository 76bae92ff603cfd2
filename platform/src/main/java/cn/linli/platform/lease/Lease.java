package cn.linli.platform.lease;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * At most one holder per name, by compare-and-set on an epoch. Only the server's clock counts: a
 * lease is free once its {@code until} has passed there.
 *
 * <p>A lease keeps two owners from working against each other most of the time. It is never the
 * fence: a paused owner does not know that it lost. The fence is the journal's key, Kafka's
 * producer epoch, or the position in the same transaction.
 */
public final class Lease {

  public static final String COLLECTION = "lease";

  /** Long enough for a collector's pause, short enough that a takeover is not felt. */
  public static final Duration DEFAULT_TTL = Duration.ofSeconds(10);

  static final Duration MIN_TTL = Duration.ofMillis(200);
  static final Duration MAX_TTL = Duration.ofMinutes(5);

  private final MongoCollection<Document> leases;
  private final String name;
  private final String owner;
  private final Duration ttl;

  /**
   * @param name what is led, for instance {@code timers} or {@code relay}
   * @param owner who asks; shown in the document, not compared
   * @param ttl how long it holds without being renewed, 200 ms to 5 min
   */
  public Lease(MongoDatabase database, String name, String owner, Duration ttl) {
    if (ttl.compareTo(MIN_TTL) < 0 || ttl.compareTo(MAX_TTL) > 0) {
      throw new IllegalArgumentException("ttl of lease " + name + " out of bounds: " + ttl);
    }
    this.leases =
        database
            .getCollection(COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    this.name = name;
    this.owner = owner;
    this.ttl = ttl;
  }

  public String name() {
    return name;
  }

  public Duration ttl() {
    return ttl;
  }

  /** Takes the lease if nobody holds it. Never waits for the holder. */
  public Optional<Held> tryAcquire() {
    long askedAtNanos = System.nanoTime();
    Document taken = take();
    if (taken == null && makeFirst()) {
      taken = take();
    }
    return Optional.ofNullable(taken)
        .map(document ->
            new Held(this, document.get("epoch", Number.class).longValue(), askedAtNanos));
  }

  private Document take() {
    return leases.findOneAndUpdate(
        and(eq("_id", name), expr(new Document("$lte", List.of("$until", "$$NOW")))),
        List.of(
            set(
                new Document("epoch", new Document("$add", List.of("$epoch", 1L)))
                    .append("owner", new Document("$literal", owner))
                    .append("until", untilFromNow()))),
        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
  }

  /** Makes the document of a name that was never led. Answers whether it is worth trying again. */
  private boolean makeFirst() {
    try {
      var never =
          Updates.combine(
              Updates.setOnInsert("epoch", 0L), Updates.setOnInsert("until", new Date(0)));
      var made = leases.updateOne(eq("_id", name), never, new UpdateOptions().upsert(true));
      return made.getUpsertedId() != null;
    } catch (MongoWriteException e) {
      if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
        return true;
      }
      throw e;
    }
  }

  boolean renew(long epoch) {
    return leases
            .updateOne(
                and(
                    eq("_id", name),
                    eq("epoch", epoch),
                    expr(new Document("$gt", List.of("$until", "$$NOW")))),
                List.of(set(new Document("until", untilFromNow()))))
            .getMatchedCount()
        == 1;
  }

  void release(long epoch) {
    leases.updateOne(
        and(eq("_id", name), eq("epoch", epoch)), List.of(set(new Document("until", "$$NOW"))));
  }

  private Document untilFromNow() {
    return new Document("$add", List.of("$$NOW", ttl.toMillis()));
  }

  private static Bson set(Document fields) {
    return new Document("$set", fields);
  }
}
