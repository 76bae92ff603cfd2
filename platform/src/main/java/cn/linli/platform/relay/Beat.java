package cn.linli.platform.relay;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One document per topic that the leader updates and that comes back to it through the change
 * stream: it moves the token while nothing else happens, measures the lag, and tells every instance
 * of the service how far publishing is. It is a report; the truth is the position on Kafka.
 */
final class Beat {

  static final String COLLECTION = "beat";
  static final String AT = "at";

  private static final String OWNER = "owner";
  private static final String FIRST = "first";
  private static final String TOKEN = "token";
  private static final String PUBLISHED = "published";
  private static final String UNPUBLISHED = "unpublished";
  private static final String WINDOW_SECONDS = "windowSeconds";
  private static final String ALARM = "alarm";

  /**
   * @param at when it was sent
   * @param first whether a first position was ever committed
   * @param token resume token of the last position known, JSON
   * @param published the server's time of that position
   * @param unpublishedSince instant of the oldest commit that is not on the topic; null: none
   * @param window what the oplog holds
   */
  record Report(
      Instant at,
      boolean first,
      @Nullable String token,
      @Nullable Instant published,
      @Nullable Instant unpublishedSince,
      Duration window,
      @Nullable String alarm) {}

  private final MongoCollection<Document> beats;
  private final String topic;
  private final String owner;

  Beat(MongoDatabase database, String topic, String owner) {
    this.beats =
        database
            .getCollection(COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY);
    this.topic = topic;
    this.owner = owner;
  }

  void send(
      Instant now,
      @Nullable Position position,
      @Nullable Instant unpublishedSince,
      Duration window,
      @Nullable String alarm) {
    Document fields =
        new Document(AT, Date.from(now))
            .append(OWNER, owner)
            .append(UNPUBLISHED, unpublishedSince == null ? null : Date.from(unpublishedSince))
            .append(WINDOW_SECONDS, window.toSeconds())
            .append(ALARM, alarm);
    if (position != null) {
      fields
          .append(FIRST, true)
          .append(TOKEN, position.token())
          .append(PUBLISHED, Date.from(Instant.ofEpochSecond(position.clusterSeconds())));
    }
    beats.updateOne(
        eq("_id", topic), new Document("$set", fields), new UpdateOptions().upsert(true));
  }

  Optional<Report> last() {
    return Optional.ofNullable(beats.find(eq("_id", topic)).first()).map(Beat::report);
  }

  private static Report report(Document document) {
    return new Report(
        document.getDate(AT).toInstant(),
        document.getBoolean(FIRST, false),
        document.getString(TOKEN),
        instant(document, PUBLISHED),
        instant(document, UNPUBLISHED),
        Duration.ofSeconds(document.get(WINDOW_SECONDS, Number.class).longValue()),
        document.getString(ALARM));
  }

  static BsonDocument token(String json) {
    return BsonDocument.parse(json);
  }

  private static @Nullable Instant instant(Document document, String field) {
    Date date = document.getDate(field);
    return date == null ? null : date.toInstant();
  }
}
