package cn.linli.standalone.simulator;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The life of one request of today: somebody files it, whoever has it in hand works on it, somebody
 * asks how it went.
 */
final class CaseLife {
  private static final String HOTLINE = "hotline-operator@" + DemoCity.CITY;
  private static final List<String> ENTRIES = List.of("call", "home-visit", "coordination");
  private static final List<String> URGENCIES =
      List.of("normal", "normal", "normal", "normal", "urgent");

  private final Api api;
  private final Draw draw;
  private final String name;
  private int calls;

  CaseLife(Api api, Draw draw, int number) {
    this.api = api;
    this.draw = draw;
    this.name = "demo-life-%05d".formatted(number);
  }

  void live(DemoCity city) throws IOException, InterruptedException {
    var filed = file(city);
    if (filed.isEmpty() || filed.get().path("version").asInt() > 1 || draw.chance(10)) {
      return; // refused; or filed before an interruption and under way since
    }
    var petition = filed.get();
    if (draw.chance(15)) {
      petition =
          act(petition, holder(petition), "escalate", Map.of("reason", "需要上级协调")).orElse(petition);
    }
    if (act(petition, holder(petition), "accept", Map.of()).isEmpty() || draw.chance(10)) {
      return;
    }
    act(petition, holder(petition), "contact", Map.of("note", "已与反映人联系，了解情况。"));
    act(
        petition,
        holder(petition),
        "progress",
        Map.of("note", "正在现场核实并协调处理。", "entry", draw.oneOf(ENTRIES)));
    if (draw.chance(25)) {
      return;
    }
    var outcome = draw.chance(85) ? "solved" : draw.chance(50) ? "explained" : "partly-solved";
    if (act(
                petition,
                holder(petition),
                "resolve",
                Map.of("result", "已处理完毕并告知反映人。", "outcome", outcome))
            .isEmpty()
        || draw.chance(20)) {
      return;
    }
    askAndClose(petition);
  }

  private Optional<JsonNode> file(DemoCity city) throws IOException, InterruptedException {
    var matter = draw.oneOf(Matter.ALL);
    var grid = city.grid(draw);
    var patrol = draw.chance(30);
    var body = new HashMap<String, Object>();
    body.put("kind", matter.kind());
    body.put("channel", patrol ? "grid-patrol" : "hotline");
    body.put("title", matter.title());
    body.put("description", matter.description());
    body.put("category", matter.category());
    body.put("urgency", draw.oneOf(URGENCIES));
    body.put("division", grid);
    body.put("affectedHouseholds", draw.between(1, 30));
    if (!patrol) {
      // 000-0000 after the carrier's prefix: a number nobody has.
      body.put(
          "petitioner",
          Map.of("name", "演示居民", "phone", "1990000%04d".formatted(draw.between(0, 10_000))));
    }
    return api.post(
        patrol ? "grid-worker@" + grid : HOTLINE, "/api/v1/petitions", body, key("file"));
  }

  private void askAndClose(JsonNode petition) throws IOException, InterruptedException {
    var content = draw.chance(88);
    var visit =
        Map.of(
            "reached",
            true,
            "contacted",
            true,
            "resolved",
            content,
            "satisfied",
            content,
            "grade",
            content ? draw.between(4, 6) : draw.between(1, 4));
    if (act(petition, HOTLINE, "visit", visit).isEmpty()) {
      return;
    }
    if (!content) {
      act(petition, HOTLINE, "reopen", Map.of("reason", "反映人表示问题尚未解决。"));
    } else if (draw.chance(85)) {
      act(petition, HOTLINE, "close", Map.of());
    }
  }

  private Optional<JsonNode> act(JsonNode petition, String user, String action, Map<String, ?> body)
      throws IOException, InterruptedException {
    return api.post(
        user,
        "/api/v1/petitions/%s/%s".formatted(petition.path("id").asString(), action),
        body,
        key(action));
  }

  private String key(String action) {
    return name + "/" + ++calls + "/" + action;
  }

  /** Whoever has it in hand: the unit of its level, or the body it was dispatched to. */
  static String holder(JsonNode petition) {
    var handler = petition.path("handler");
    var division = handler.path("division").asString();
    var organisation = handler.path("organisation").asString();
    if (!organisation.equals(division)) {
      return "department-officer@%s/%s".formatted(division, organisation);
    }
    return switch (handler.path("level").asString()) {
      case "grid" -> "grid-worker@" + division;
      case "community" -> "community-clerk@" + division;
      case "street" -> "street-officer@" + division;
      case "district" -> "district-officer@" + division;
      default -> "city-officer@" + division;
    };
  }
}
