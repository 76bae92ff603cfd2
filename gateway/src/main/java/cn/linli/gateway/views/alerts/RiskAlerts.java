package cn.linli.gateway.views.alerts;

import cn.linli.events.mediation.DisputeEvent.DisputeConcluded;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.RiskEvent.RiskAcknowledged;
import cn.linli.events.mediation.RiskEvent.RiskGraded;
import cn.linli.events.mediation.RiskGrade;
import cn.linli.events.mediation.RiskReason;
import cn.linli.platform.division.DivisionCode;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Alerts as they follow from the topic. What an event does is the same however often it is read, so
 * reading a part of the topic again changes nothing. One document each: {@code {_id: event id, s:
 * dispute, pl: places, g, re, dv, di, at, ack?, over?}}.
 */
public final class RiskAlerts {

  public static final String COLLECTION = "alerts";
  static final int PAGE_MAX = 200;
  private static final String KIND = "dispute-risk";

  private final MongoCollection<Document> alerts;

  public RiskAlerts(MongoDatabase database) {
    alerts =
        database
            .getCollection(COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  /** Run by the migration step; safe to repeat. */
  public static void prepare(MongoDatabase database) {
    var alerts = database.getCollection(COLLECTION);
    alerts.createIndex(Indexes.compoundIndex(Indexes.ascending("pl"), Indexes.descending("at")));
    alerts.createIndex(Indexes.ascending("s"));
  }

  /**
   * An event of the topic.
   *
   * @param stream of the dispute
   * @param path divisions around it, the finest last
   */
  record Told(String id, String stream, Instant at, List<String> path, MediationEvent event) {}

  /** In the order in which they stand in their streams. */
  void apply(List<Told> told) {
    var writes = told.stream().flatMap(RiskAlerts::writes).toList();
    if (!writes.isEmpty()) {
      alerts.bulkWrite(writes, new BulkWriteOptions().ordered(true));
    }
  }

  private static Stream<WriteModel<Document>> writes(Told told) {
    return switch (told.event()) {
      case RiskGraded graded when graded.raised() -> Stream.of(raised(told, graded));
      case RiskGraded graded when graded.grade() != RiskGrade.RED -> Stream.of(ends("over", told));
      case RiskAcknowledged _ -> Stream.of(ends("ack", told));
      case DisputeConcluded _ -> Stream.of(ends("over", told));
      default -> Stream.empty();
    };
  }

  private static WriteModel<Document> raised(Told told, RiskGraded graded) {
    var alert =
        new Document("s", told.stream())
            .append("pl", told.path())
            .append("g", graded.grade().wire())
            .append("re", graded.reasons().stream().map(RiskReason::wire).toList())
            .append("dv", told.path().getLast())
            .append("di", graded.district())
            .append("at", Date.from(told.at()));
    return new UpdateOneModel<>(
        Filters.eq("_id", told.id()),
        new Document("$setOnInsert", alert),
        new UpdateOptions().upsert(true));
  }

  /** Of what was raised before; the first time counts. */
  private static WriteModel<Document> ends(String field, Told told) {
    Date at = Date.from(told.at());
    return new UpdateManyModel<>(
        Filters.and(
            Filters.eq("s", told.stream()), Filters.lte("at", at), Filters.exists(field, false)),
        Updates.set(field, at));
  }

  /** The newest ones of a place. */
  List<RiskAlert> of(DivisionCode division) {
    return alerts
        .find(Filters.eq("pl", division.value()))
        .sort(Sorts.descending("at"))
        .limit(PAGE_MAX)
        .map(RiskAlerts::alert)
        .into(new ArrayList<>());
  }

  Optional<RiskAlert> find(String id) {
    return Optional.ofNullable(alerts.find(Filters.eq("_id", id)).first()).map(RiskAlerts::alert);
  }

  /** Again: nothing changes. */
  RiskAlert acknowledge(String id, Instant at, String by) {
    Bson open = Filters.and(Filters.eq("_id", id), Filters.exists("ack", false));
    Document changed =
        alerts.findOneAndUpdate(
            open,
            Updates.combine(Updates.set("ack", Date.from(at)), Updates.set("by", by)),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    return changed == null ? find(id).orElseThrow() : alert(changed);
  }

  private static RiskAlert alert(Document it) {
    String stream = it.getString("s");
    return new RiskAlert(
        it.getString("_id"),
        KIND,
        it.getString("g"),
        it.getList("re", String.class),
        it.getString("dv"),
        it.getString("di"),
        "/api/v1/disputes/" + stream.substring(stream.lastIndexOf(':') + 1),
        it.getDate("at").toInstant(),
        instant(it, "ack"),
        instant(it, "over"));
  }

  private static @Nullable Instant instant(Document it, String field) {
    Date date = it.getDate(field);
    return date == null ? null : date.toInstant();
  }
}
