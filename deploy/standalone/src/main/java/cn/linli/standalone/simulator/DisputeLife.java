package cn.linli.standalone.simulator;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The life of one dispute of today: a resident files it, the community's committee takes it and
 * asks the other side.
 */
final class DisputeLife {

  private static final int COMMUNITY_DIGITS = 12;

  /** Kind, title, facts and claim; all of it is invented. */
  private record Quarrel(String kind, String title, String facts, String claim) {}

  private static final List<Quarrel> QUARRELS =
      List.of(
          new Quarrel("neighbours", "楼上漏水损坏吊顶", "卫生间防水层老化渗水，吊顶及墙面受损。", "修复防水并赔偿损失"),
          new Quarrel("neighbours", "楼道堆放杂物", "楼道长期堆放纸箱，多次沟通未果。", "清理杂物并不再堆放"),
          new Quarrel("property-management", "物业服务费争议", "认为保洁不到位，拒交半年物业费。", "按服务质量减免费用"),
          new Quarrel("tenancy", "退租押金未退", "租期届满验房后押金未退还。", "退还押金"),
          new Quarrel("family", "赡养费分担", "兄弟姐妹对赡养费分担意见不一。", "按月分担赡养费"),
          new Quarrel("consumer", "装修质量争议", "墙面空鼓，装修公司拖延返工。", "返工或退还部分款项"));

  private final Api api;
  private final Draw draw;
  private final String name;
  private int calls;

  DisputeLife(Api api, Draw draw, int number) {
    this.api = api;
    this.draw = draw;
    this.name = "demo-dispute-%05d".formatted(number);
  }

  void live(DemoCity city) throws IOException, InterruptedException {
    var filed = file(city);
    if (filed.isEmpty() || filed.get().path("version").asInt() > 1 || draw.chance(15)) {
      return; // refused; or filed before an interruption and under way since
    }
    String path = "/api/v1/disputes/" + filed.get().path("id").asString();
    String division = filed.get().path("division").asString();
    String mediator =
        "mediator@"
            + division.substring(0, Math.min(COMMUNITY_DIGITS, division.length()))
            + "/demo";
    if (draw.chance(8)) {
      post(mediator, path + "/refuse", Map.of("code", "decided-by-court"));
      return;
    }
    if (post(mediator, path + "/accept", Map.of()).isEmpty() || draw.chance(20)) {
      return;
    }
    var answer = new HashMap<String, Object>();
    answer.put("given", draw.chance(85));
    answer.put("party", "p2");
    answer.put("recordedOnBehalf", Map.of("evidence", "电话征询记录"));
    post(mediator, path + "/consent", answer);
  }

  private Optional<JsonNode> file(DemoCity city) throws IOException, InterruptedException {
    var quarrel = draw.oneOf(QUARRELS);
    String grid = city.grid(draw);
    var filing = new HashMap<String, Object>();
    filing.put("division", grid);
    filing.put("kind", quarrel.kind());
    filing.put("title", quarrel.title());
    filing.put("facts", quarrel.facts());
    filing.put("source", "self");
    filing.put(
        "parties",
        List.of(
            Map.of("name", "申请人甲", "role", "applicant"),
            Map.of("name", "被申请人乙", "role", "respondent")));
    filing.put(
        "claims",
        List.of(
            Map.of(
                "by",
                "p1",
                "against",
                List.of("p2"),
                "content",
                quarrel.claim(),
                "amountFen",
                100L * draw.between(200, 20_000))));
    return post("resident@" + grid + "/" + name, "/api/v1/disputes", filing);
  }

  private Optional<JsonNode> post(String user, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return api.post(user, path, body, name + "-" + calls++);
  }
}
