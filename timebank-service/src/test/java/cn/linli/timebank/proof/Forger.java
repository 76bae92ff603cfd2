package cn.linli.timebank.proof;

import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.timebank.ledger.Chain;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody with all rights on the database. */
final class Forger {

  private static final JsonMapper JSON = new JsonMapper();

  /** Fields that are hashed or summed; a bit in another one changes no line. */
  private static final List<String> FIELDS =
      List.of("amount", "balance", "counter", "ref", "hash", "reason", "entry");

  private Forger() {}

  /** The smallest change of a field that leaves JSON of the same kind. */
  static String change(String json, String field) {
    var event = (ObjectNode) JSON.readTree(json);
    if (event.get(field).isNumber()) {
      event.put(field, event.get(field).asLong() ^ 1);
    } else {
      String text = event.get(field).asString();
      int last = text.length() - 1;
      event.put(field, text.substring(0, last) + (char) (text.charAt(last) ^ 1));
    }
    return JSON.writeValueAsString(event);
  }

  static void flipBit(MongoCollection<Document> journal, String id, Random random) {
    Document document = journal.find(Filters.eq("_id", id)).first();
    String json = document.getList("e", Document.class).getFirst().getString("d");
    var present = FIELDS.stream().filter(field -> json.contains("\"" + field + "\"")).toList();
    String field = present.get(random.nextInt(present.size()));
    journal.updateOne(Filters.eq("_id", id), Updates.set("e.0.d", change(json, field)));
  }

  /** Another reference in the first line of minutes, and every hash after it made to fit. */
  static void rewrite(MongoCollection<Document> journal, String account) {
    var documents =
        journal
            .find(Filters.eq("s", "a:" + account))
            .sort(Sorts.ascending("k"))
            .into(new ArrayList<>());
    String head = Chain.START;
    for (Document document : documents) {
      List<Document> events = document.getList("e", Document.class);
      for (Document event : events) {
        var line = (ObjectNode) JSON.readTree(event.getString("d"));
        if (line.has("hash") && line.get("unit").asString().equals("minutes")) {
          String[] entry = line.get("entry").asString().split("-");
          long seq = Long.parseLong(entry[2]);
          if (seq == 1) {
            line.put("ref", "forged");
          }
          head =
              Chain.next(
                  head,
                  account,
                  seq,
                  Unit.MINUTES,
                  line.get("amount").asLong(),
                  line.get("counter").asString(),
                  document.getDate("at").toInstant(),
                  line.has("ref") ? line.get("ref").asString() : null,
                  reason(line.get("reason").asString()),
                  null);
          line.put("hash", head);
          event.put("d", JSON.writeValueAsString(line));
        }
      }
      journal.updateOne(Filters.eq("_id", document.get("_id")), Updates.set("e", events));
    }
  }

  private static Reason reason(String wire) {
    return List.of(Reason.values()).stream()
        .filter(reason -> reason.wire().equals(wire))
        .findFirst()
        .orElseThrow();
  }
}
