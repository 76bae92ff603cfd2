package cn.linli.platform.places;

import cn.linli.platform.division.Division;
import cn.linli.platform.division.DivisionCode;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Divisions that were imported, with the revision they came in. An import is visible when its
 * revision is, all of it at once. Plain data: codes and names of places, no commands.
 */
final class DivisionStore {

  static final String COLLECTION = "divisions";

  private static final String REVISION = "revision";
  private static final int ROWS_PER_WRITE = 1_000;

  private final MongoCollection<Document> divisions;

  DivisionStore(MongoDatabase database) {
    this.divisions =
        database
            .getCollection(COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  long revision() {
    Document found = divisions.find(Filters.eq("_id", REVISION)).first();
    return found == null ? 0 : ((Number) found.get("n")).longValue();
  }

  /** The next revision; of two imports at once the later one writes its rows again. */
  long add(List<Division> imported) {
    while (true) {
      long revision = revision();
      write(imported, revision + 1);
      var mine =
          Filters.and(
              Filters.eq("_id", REVISION),
              revision == 0 ? Filters.exists("n", false) : Filters.eq("n", revision));
      if (revision == 0) {
        divisions.updateOne(
            Filters.eq("_id", REVISION),
            Updates.setOnInsert("of", COLLECTION),
            new UpdateOptions().upsert(true));
      }
      if (divisions.updateOne(mine, Updates.set("n", revision + 1)).getMatchedCount() == 1) {
        return revision + 1;
      }
    }
  }

  private void write(List<Division> imported, long revision) {
    for (int start = 0; start < imported.size(); start += ROWS_PER_WRITE) {
      var part = imported.subList(start, Math.min(imported.size(), start + ROWS_PER_WRITE));
      divisions.bulkWrite(
          part.stream()
              .map(division ->
                  new ReplaceOneModel<>(
                      Filters.eq("_id", division.code().value()),
                      document(division, revision),
                      new ReplaceOptions().upsert(true)))
              .toList());
    }
  }

  DivisionChanges since(long revision) {
    long now = revision();
    var changed = new ArrayList<Division>();
    if (now > revision) {
      divisions
          .find(Filters.and(Filters.gt("r", revision), Filters.lte("r", now)))
          .forEach(found -> changed.add(division(found)));
    }
    return new DivisionChanges(now, changed);
  }

  private static Document document(Division division, long revision) {
    return new Document("_id", division.code().value())
        .append("r", revision)
        .append("n", division.name())
        .append("a", division.aliases())
        .append("from", text(division.validFrom()))
        .append("to", text(division.validTo()))
        .append("by", text(division.supersededBy()));
  }

  private static Division division(Document found) {
    String by = found.getString("by");
    return new Division(
        DivisionCode.of(found.getString("_id")),
        found.getString("n"),
        found.getList("a", String.class),
        day(found.getString("from")),
        day(found.getString("to")),
        by == null ? null : DivisionCode.of(by));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
