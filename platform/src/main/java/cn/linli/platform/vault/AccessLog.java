package cn.linli.platform.vault;

import cn.linli.platform.commit.StreamId;
import com.google.crypto.tink.Aead;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/**
 * Who read what unmasked, when and why. Written before the reading, by insert only. The reason is
 * free text and sealed; it does not go with the case when that is erased, because the record of an
 * access outlives what was read.
 */
public final class AccessLog {

  public static final String COLLECTION = "access_log";

  /** At least three years. Source: domain rules §7.1 (PIPL §54–56). */
  public static final Duration KEPT = Duration.ofDays(3 * 366);

  /** A page for an auditor. */
  private static final int MAX_PAGE = 500;

  private final MongoCollection<Document> entries;
  private final Aead sealing;
  private final Clock clock;

  AccessLog(MongoDatabase database, Aead sealing, Clock clock) {
    this.entries =
        database
            .getCollection(COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    this.sealing = sealing;
    this.clock = clock;
  }

  public record Access(
      String id, Instant at, String by, String caseStream, List<String> refs, String reason) {}

  void record(
      StreamId caseStream, Collection<String> refs, String by, String reason, String correlation) {
    var id = new ObjectId().toHexString();
    try {
      var sealed =
          sealing.encrypt(
              reason.getBytes(StandardCharsets.UTF_8), id.getBytes(StandardCharsets.UTF_8));
      entries.insertOne(
          new Document("_id", id)
              .append("at", Date.from(clock.instant()))
              .append("by", by)
              .append("s", caseStream.toString())
              .append("refs", List.copyOf(refs))
              .append("cor", correlation)
              .append("why", new Binary(sealed)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal a reason", e);
    }
  }

  /** What was read of one case, oldest first, at most 500. */
  public List<Access> of(StreamId caseStream) {
    var accesses = new ArrayList<Access>();
    entries
        .find(Filters.eq("s", caseStream.toString()))
        .sort(Sorts.ascending("at", "_id"))
        .limit(MAX_PAGE)
        .forEach(each -> accesses.add(access(each)));
    return accesses;
  }

  private Access access(Document entry) {
    var id = entry.getString("_id");
    try {
      var reason =
          sealing.decrypt(
              entry.get("why", Binary.class).getData(), id.getBytes(StandardCharsets.UTF_8));
      return new Access(
          id,
          entry.getDate("at").toInstant(),
          entry.getString("by"),
          entry.getString("s"),
          entry.getList("refs", String.class),
          new String(reason, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the reason of " + id + " does not open", e);
    }
  }
}
