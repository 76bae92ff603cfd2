package cn.linli.platform.relay;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far back the oplog reaches: a position older than that is lost. A young server's oplog is
 * short because little has happened yet, not because something was cut off; until its beginning
 * moves, what the server promises to keep counts.
 */
final class OplogWindow {

  private static final Logger LOG = LoggerFactory.getLogger(OplogWindow.class);
  private static final int UNAUTHORIZED = 13;
  private static final Document ASK =
      new Document("serverStatus", 1)
          .append("oplog", 1)
          .append("metrics", 0)
          .append("wiredTiger", 0)
          .append("tcmalloc", 0)
          .append("locks", 0);

  private final MongoDatabase admin;
  private final Duration kept;
  private @Nullable BsonTimestamp firstSeen;
  private boolean forbidden;

  OplogWindow(MongoClient client, Duration kept) {
    this.admin = client.getDatabase("admin");
    this.kept = kept;
  }

  Duration measure() {
    if (forbidden) {
      return kept;
    }
    try {
      Document oplog = admin.runCommand(ASK).get("oplog", Document.class);
      return oplog == null ? kept : window(oplog);
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != UNAUTHORIZED) {
        throw e;
      }
      forbidden = true;
      LOG.info(
          "The oplog's window can't be asked for (no right to serverStatus); {} is assumed", kept);
      return kept;
    }
  }

  private Duration window(Document oplog) {
    BsonTimestamp earliest = timestamp(oplog, "earliestOptime");
    BsonTimestamp latest = timestamp(oplog, "latestOptime");
    if (earliest == null || latest == null) {
      return kept;
    }
    if (firstSeen == null) {
      firstSeen = earliest;
    }
    Duration measured = Duration.ofSeconds((long) latest.getTime() - earliest.getTime());
    boolean cut = !earliest.equals(firstSeen);
    return cut || measured.compareTo(kept) > 0 ? measured : kept;
  }

  private static @Nullable BsonTimestamp timestamp(Document oplog, String field) {
    return switch (oplog.get(field)) {
      case BsonTimestamp timestamp -> timestamp;
      case Document opTime -> opTime.get("ts", BsonTimestamp.class);
      case null, default -> null;
    };
  }
}
