package cn.linli.platform.job;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** How a job is stored. */
final class JobDocument {

  private JobDocument() {}

  static Document of(Job job) {
    return new Document("_id", job.id())
        .append("k", job.kind())
        .append("by", job.by())
        .append("sc", job.scope())
        .append("p", new Document(new HashMap<String, Object>(job.parameters())))
        .append("st", job.state().wire())
        .append("rows", job.rows())
        .append("n", new Document())
        .append("ep", 0L)
        .append("at", Date.from(job.createdAt()));
  }

  static Job job(Document found) {
    Map<String, String> parameters = texts(found.get("p", Document.class));
    var counts = new HashMap<String, Long>();
    found
        .get("n", Document.class)
        .forEach((name, value) -> counts.put(name, ((Number) value).longValue()));
    Date end = found.getDate("end");
    return new Job(
        found.getString("_id"),
        found.getString("k"),
        found.getString("by"),
        found.getString("sc"),
        parameters,
        state(found.getString("st")),
        ((Number) found.get("rows")).longValue(),
        counts,
        texts(found.get("res", new Document())),
        found.getString("fail"),
        found.getDate("at").toInstant(),
        end == null ? null : end.toInstant());
  }

  private static Map<String, String> texts(Document found) {
    var texts = new HashMap<String, String>();
    found.forEach((name, value) -> texts.put(name, (String) value));
    return texts;
  }

  private static Job.State state(String wire) {
    for (var state : Job.State.values()) {
      if (state.wire().equals(wire)) {
        return state;
      }
    }
    throw new IllegalStateException("no state of a job: " + wire);
  }
}
