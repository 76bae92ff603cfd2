package cn.linli.mediation.queries;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everything that happened to a dispute, oldest first. */
record HistoryReply(List<Entry> items, @Nullable String next) {

  /**
   * @param by role and division of who acted; {@code clock} where time alone did
   * @param what name of the event, kebab-case
   * @param details the event's own fields
   * @param texts free text of the event by field, as far as the reader may see it
   */
  record Entry(
      long sequence, Instant at, String by, String what, JsonNode details, JsonNode texts) {}
}
