package cn.linli.petition;

import static cn.linli.petition.LifeOverHttpTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whom to ask, as a list that is worked through. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitsOverHttpTest {

  private static final String COMMUNITY = "370602003006";

  private Server server;
  private Person clerk;
  private Person desk;

  @BeforeAll
  void start() {
    server = new Server("visitsoverhttp", Clock.systemUTC());
    clerk = server.as("community-clerk@" + COMMUNITY);
    desk = server.as("hotline-operator@370602/visits");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private String answered(String division) {
    var body =
        request("petitioner", Server.json("name", "张小三", "phone", "13800138000"), "newFacts", true);
    body.put("division", division);
    String id = desk.post("/petitions", body).created().id();
    server
        .as("community-clerk@" + division.substring(0, 12))
        .post("/petitions/" + id + "/resolve", "result", "已处理", "outcome", "solved")
        .ok();
    return id;
  }

  private static List<String> ids(Reply list) {
    return list.ok().at("items").findValuesAsString("id");
  }

  @Test
  void a_list_of_whom_to_ask_is_worked_through_by_somebody_else() {
    String one = answered(COMMUNITY + "001");
    String other = answered(COMMUNITY + "002");
    String elsewhere = answered("370602003005");
    assertThat(ids(desk.get("/visits"))).contains(one, other, elsewhere);
    assertThat(ids(server.as("hotline-operator@3706").get("/visits"))).contains(one, elsewhere);
    assertThat(ids(clerk.get("/visits"))).contains(one, other).doesNotContain(elsewhere);
    assertThat(ids(desk.get("/visits?division=" + COMMUNITY + "001")))
        .contains(one)
        .doesNotContain(other);
    desk.get("/visits?division=" + COMMUNITY + "001")
        .ok()
        .has("items[0].why", "answered", "items[0].tries", 0, "items[0].mayVisit", true)
        .has("items[0].petitioner", "138****8000");
    assertThat(clerk.get("/visits").at("items[0].mayVisit").asBoolean())
        .as("who answered does not ask")
        .isFalse();
    clerk.get("/visits?division=370602003005").problem(403, "out-of-scope");
    server.as("resident@" + COMMUNITY + "/wang").get("/visits").problem(403, "wrong-role");

    desk.post("/petitions/" + one + "/visit", "reached", false).ok();
    assertThat(desk.get("/visits?division=" + COMMUNITY + "001").at("items[0].tries").asInt())
        .isEqualTo(1);
    desk.post(
            "/petitions/" + one + "/visit",
            "reached",
            true,
            "contacted",
            true,
            "resolved",
            true,
            "satisfied",
            true)
        .ok();
    assertThat(ids(desk.get("/visits"))).doesNotContain(one).contains(other);
  }

  @Test
  void the_list_comes_in_pages() {
    var all = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      all.add(answered("370602003007"));
    }
    var seen = new ArrayList<String>();
    String next = "";
    do {
      var page = desk.get("/visits?division=370602003007&limit=2" + next);
      seen.addAll(ids(page));
      next = page.at("next").isNull() ? "" : "&after=" + page.text("next");
    } while (!next.isEmpty());
    assertThat(seen).containsExactlyElementsOf(all);
  }
}
