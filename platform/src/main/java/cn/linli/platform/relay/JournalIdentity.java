package cn.linli.platform.relay;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.UuidRepresentation;

/** Which collection the journal is: a dropped and restored one has another uuid. */
final class JournalIdentity {

  private final MongoDatabase database;

  JournalIdentity(MongoDatabase database) {
    this.database = database;
  }

  Optional<String> uuid() {
    BsonDocument found =
        database
            .listCollections(BsonDocument.class)
            .filter(Filters.eq("name", JournalStream.JOURNAL))
            .first();
    return Optional.ofNullable(found)
        .map(collection ->
            collection.getDocument("info").getBinary("uuid").asUuid(UuidRepresentation.STANDARD))
        .map(UUID::toString);
  }

  void sameAs(Position position) {
    String found = uuid().orElseThrow(() -> gone("not found"));
    if (!found.equals(position.journal())) {
      throw new RelayStopped(new RelayAlarm.JournalReplaced(position.journal(), found));
    }
  }

  boolean isEmpty() {
    Document any =
        database
            .getCollection(JournalStream.JOURNAL)
            .withReadConcern(ReadConcern.MAJORITY)
            .find()
            .projection(Projections.include("_id"))
            .first();
    return any == null;
  }

  static RelayStopped gone(String how) {
    return new RelayStopped(new RelayAlarm.JournalGone(how));
  }
}
