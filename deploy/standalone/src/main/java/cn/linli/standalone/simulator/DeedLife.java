package cn.linli.standalone.simulator;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A household's passbook of points and a good deed on its way there; all of it is invented. */
final class DeedLife {

  private static final int COMMUNITY_DIGITS = 12;
  private static final int COUNCIL = 3;

  /** Code of the shipped catalogue, and what was seen. */
  private record Seen(String deed, String evidence) {}

  private static final List<Seen> DEEDS =
      List.of(
          new Seen("helping", "帮独居老人买菜取药一个月。"),
          new Seen("lost-property", "在广场拾得钱包并送到居委会。"),
          new Seen("mediating-a-dispute", "劝和两户因停车争执的邻居。"),
          new Seen("community-activity", "连续参加四次楼院清扫。"),
          new Seen("frugal-wedding", "婚礼从简，不摆流水席。"),
          new Seen("filial-star", "多年照料卧床的婆婆。"));

  private final Api api;
  private final Draw draw;
  private final String name;
  private int calls;

  DeedLife(Api api, Draw draw, int number) {
    this.api = api;
    this.draw = draw;
    this.name = "demo-deed-%05d".formatted(number);
  }

  void live(DemoCity city) throws IOException, InterruptedException {
    String community = city.grid(draw).substring(0, COMMUNITY_DIGITS);
    String resident = "resident@" + community + "/" + name;
    var opened =
        post(
            resident,
            "/api/v1/bank/accounts",
            Map.of("holder", Map.of("name", "示例户"), "kind", "household", "division", community));
    if (opened.isEmpty()) {
      return;
    }
    var seen = draw.oneOf(DEEDS);
    var told =
        post(
            draw.chance(50) ? resident : "resident@" + community + "/" + name + "-neighbour",
            "/api/v1/bank/deeds",
            Map.of(
                "account",
                opened.get().path("id").asString(),
                "deed",
                seen.deed(),
                "evidence",
                seen.evidence()));
    if (told.isEmpty()) {
      return;
    }
    String path = "/api/v1/bank/deeds/" + told.get().path("id").asString() + "/vote";
    boolean approve = draw.chance(85);
    int votes = draw.between(0, COUNCIL + 1);
    for (int member = 1; member <= votes; member++) {
      post("council-member@" + community + "/demo-" + member, path, Map.of("approve", approve));
    }
  }

  private Optional<JsonNode> post(String user, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return api.post(user, path, body, name + "-" + calls++);
  }
}
