package cn.linli.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is like a request, and what one person files twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimilarOverHttpTest {

  private static final String DRAIN = "一楼下水道堵塞一周,污水漫到门口,气味很大,请派人疏通";

  private Server server;
  private Person desk;

  @BeforeAll
  void start() {
    server = new Server("similaroverhttp", Clock.systemUTC());
    desk = server.as("hotline-operator@370602");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static Map<String, Object> request(String division, String title, Object... more) {
    var body =
        Server.json(
            "kind", "complaint",
            "channel", "hotline",
            "title", title,
            "description", DRAIN,
            "category", "property-management",
            "urgency", "normal",
            "division", division);
    body.putAll(Server.json(more));
    return body;
  }

  private static List<String> ids(Reply reply) {
    return reply.ok().at("items").findValuesAsString("id");
  }

  @Test
  void while_typing_the_like_of_the_place_are_told() {
    String here = "370602003004";
    String same = desk.post("/petitions", request(here, "下水道堵塞")).created().id();
    String near = desk.post("/petitions", request("370602003005", "下水道堵塞")).created().id();
    String elsewhere = desk.post("/petitions", request("370602002001", "下水道堵塞")).created().id();
    String otherWords =
        desk.post("/petitions", request(here, "电梯停运", "description", "三号楼电梯已经停运多日,老人上下楼不便,请督促维修"))
            .created()
            .id();
    String otherKind =
        desk.post("/petitions", request(here, "下水道堵塞", "category", "sanitation")).created().id();
    var typed =
        Server.json(
            "title",
            "下水道",
            "description",
            "一楼下水道堵塞",
            "division",
            here,
            "category",
            "property-management");
    assertThat(ids(desk.post("/petitions/similar", typed)))
        .startsWith(same, near)
        .doesNotContain(elsewhere, otherWords, otherKind);
    typed.remove("category");
    assertThat(ids(desk.post("/petitions/similar", typed))).contains(same, near, otherKind);
    assertThat(ids(desk.get("/petitions/" + same + "/similar")))
        .startsWith(near)
        .doesNotContain(same, elsewhere, otherWords);
    assertThat(ids(desk.post("/petitions/similar", "division", here))).isEmpty();
    desk.with("Idempotency-Key", "k").post("/petitions/similar", typed).ok();
  }

  @Test
  void a_neighbour_learns_how_it_goes_and_not_whose_it_is() {
    String here = "370602003007";
    String lamps = "小区路灯全部不亮,夜里看不清路,老人容易摔跤";
    desk.post("/petitions", request(here + "002", "业主王小明反映路灯", "description", lamps)).created();
    desk.post("/petitions", request(here, "路灯不亮,请保密", "description", lamps, "confidential", true))
        .created();
    var neighbour = server.as("resident@" + here + "/neighbour");
    var told =
        neighbour.post("/petitions/similar", "title", "路灯", "description", lamps, "division", here);
    told.ok().has("items[0].status", "submitted", "items[0].division", here);
    assertThat(told.at("items").size()).as("not the confidential one").isEqualTo(1);
    assertThat(told.at("items[0].id").isNull()).isTrue();
    assertThat(told.toString()).doesNotContain("王小明").doesNotContain(here + "002");
  }

  @Test
  void the_same_person_with_the_same_matter_is_told_its_status() {
    String here = "370602003001";
    var resident = server.as("resident@" + here + "/li");
    var first = resident.post("/petitions", request(here, "下水道堵塞")).created();
    resident
        .post("/petitions", request(here, "下水道又堵塞"))
        .refused("same-matter")
        .has("details.id", first.id(), "details.status", "submitted");
    resident
        .post("/petitions", request(here, "下水道堵塞,还淹了地下室", "newFacts", true))
        .created()
        .has("previousMatter", first.id());
    resident.post("/petitions", request(here, "替邻居说", "onBehalf", consent())).created();
    server.as("resident@" + here + "/wang").post("/petitions", request(here, "下水道堵塞")).created();
    resident
        .post("/petitions", request(here, "下水道堵塞", "category", "sanitation"))
        .created()
        .has("status", "submitted");
  }

  private static Map<String, Object> consent() {
    return Server.json("consent", true, "consentAt", "2026-01-05T10:00:00+08:00");
  }

  @Test
  void a_caller_is_known_by_the_number_and_to_the_desk_only() {
    String here = "370602003002";
    var petitioner = Server.json("name", "赵六", "phone", "138 0000 1111");
    var first = desk.post("/petitions", request(here, "下水道堵塞", "petitioner", petitioner)).created();
    desk.post(
            "/petitions",
            request(here, "下水道堵塞", "petitioner", Server.json("phone", "+86 13800001111")))
        .refused("same-matter")
        .has("details.id", first.id());
    server
        .as("resident@" + here + "/nosy")
        .post("/petitions", request(here, "下水道堵塞", "petitioner", petitioner))
        .created();
    desk.post("/petitions", request(here, "下水道堵塞")).created();
    desk.post("/petitions/" + first.id() + "/reject", reject()).ok();
  }

  private static Map<String, Object> reject() {
    return Server.json("code", "court", "reason", "已诉讼", "rightChannel", "court");
  }

  @Test
  void after_the_answer_it_is_reopened_and_not_filed_anew() {
    String here = "370602003003";
    var resident = server.as("resident@" + here + "/sun");
    var clerk = server.as("community-clerk@" + here);
    String first = resident.post("/petitions", request(here, "下水道堵塞")).created().id();
    clerk.post("/petitions/" + first + "/resolve", "result", "已疏通", "outcome", "solved").ok();
    resident
        .post("/petitions", request(here, "下水道堵塞"))
        .refused("same-matter")
        .has("details.status", "resolved");
    resident.post("/petitions/" + first + "/withdraw").ok();
    resident.post("/petitions", request(here, "下水道堵塞")).created();
  }
}
