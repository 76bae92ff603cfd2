package cn.linli.gateway.threads;

import cn.linli.gateway.routing.ServiceCalls.Answer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Items of all services in one list.
 *
 * @param items each with the {@code service} it comes from
 * @param parts who answered: a list with an unavailable part is not the whole
 */
record Gathered(List<JsonNode> items, List<Part> parts) {

  record Part(String service, String state) {}

  /**
   * @param order field with the instant that sorts the items; those without it come last
   */
  static Gathered of(List<Answer> answers, String order) {
    var items = new ArrayList<JsonNode>();
    var parts = new ArrayList<Part>();
    for (var answer : answers) {
      parts.add(new Part(answer.service(), answer.state()));
      if (answer.body() != null) {
        for (JsonNode item : answer.body().path("items")) {
          if (item instanceof ObjectNode object) {
            items.add(object.put("service", answer.service()));
          }
        }
      }
    }
    items.sort(Comparator.comparing(item -> instant(item.path(order))));
    return new Gathered(items, parts);
  }

  /** Never compared as text: an instant of a whole second is written without a fraction. */
  private static Instant instant(JsonNode text) {
    try {
      return OffsetDateTime.parse(text.asString("")).toInstant();
    } catch (DateTimeParseException none) {
      return Instant.MAX;
    }
  }
}
