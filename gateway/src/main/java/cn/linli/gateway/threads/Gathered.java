package cn.linli.gateway.threads;

import cn.linli.gateway.routing.ServiceCalls.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
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
   * @param order field that sorts the items; those without it come last
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
    Function<JsonNode, String> key = item -> item.path(order).asString("\uffff");
    items.sort(Comparator.comparing(key));
    return new Gathered(items, parts);
  }
}
