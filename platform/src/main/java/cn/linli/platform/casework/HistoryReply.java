package cn.linli.platform.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everything that happened to a case, oldest first. */
public record HistoryReply(List<Entry> items, @Nullable String next) {

  /**
   * @param by role and division of who acted; {@code clock} where time alone did
   * @param what name of the event, kebab-case
   * @param details the event's own fields
   * @param texts free text of the event by field, as far as the reader may see it
   */
  public record Entry(
      long sequence, Instant at, String by, String what, JsonNode details, JsonNode texts) {}
}
