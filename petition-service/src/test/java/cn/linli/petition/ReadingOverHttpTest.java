package cn.linli.petition;

import static cn.linli.petition.LifeOverHttpTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists, desk, threads, files: what is read of requests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingOverHttpTest {

  private static final String COMMUNITY = "370602003005";

  private Server server;
  private Person clerk;
  private Person street;

  @BeforeAll
  void start() {
    server = new Server("readingoverhttp", Clock.systemUTC());
    clerk = server.as("community-clerk@" + COMMUNITY);
    street = server.as("street-officer@370602003");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private String file(String division, Object... more) {
    var body = request(more);
    body.put("division", division);
    return street.post("/petitions", body).created().id();
  }

  private static List<String> ids(Reply list) {
    return list.ok().at("items").findValuesAsString("id");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "status=handling",
    "level=community",
    "category=parking",
    "channel=window",
    "kind=hazard",
    "mine=true",
    "overdue=false",
    "division=370602003005&kind=hazard"
  })
  void filters(String filter) {
    String one = file(COMMUNITY, "category", "parking", "channel", "window", "kind", "hazard");
    String other = file("370602003004", "category", "noise", "channel", "app");
    clerk.post("/petitions/" + one + "/accept").ok();
    var found = ids(clerk.get("/petitions?limit=200&" + filter));
    assertThat(found).contains(one).doesNotContain(other);
  }

  @Test
  void what_does_not_match_is_not_listed() {
    String one = file(COMMUNITY, "category", "parking");
    for (String filter :
        List.of(
            "status=closed", "level=city", "category=noise", "channel=letter", "overdue=true")) {
      assertThat(ids(clerk.get("/petitions?limit=200&" + filter))).doesNotContain(one);
    }
    clerk.get("/petitions?division=370602003004").problem(403, "out-of-scope");
    clerk.get("/petitions?status=nonsense").problem(400, "invalid-fields");
  }

  @Test
  void the_newest_first_is_the_same_list_from_its_other_end() {
    var place = "370602003007009";
    for (int i = 0; i < 5; i++) {
      file(place, "description", "楼道堆放杂物,第" + i + "处");
    }
    var list = "/petitions?division=" + place + "&limit=2";
    var all = ids(street.get("/petitions?limit=200&division=" + place));
    assertThat(all).hasSize(5);
    assertThat(ids(street.get("/petitions?limit=200&sort=oldest&division=" + place)))
        .isEqualTo(all);
    for (String filter : List.of("&sort=newest", "&sort=newest&q=" + encoded("堆放杂物"))) {
      var seen = new ArrayList<String>();
      String after = "";
      do {
        var page = street.get(list + filter + after);
        seen.addAll(ids(page));
        after = page.at("next").isNull() ? "" : "&after=" + page.text("next");
      } while (!after.isEmpty());
      assertThat(seen).isEqualTo(all.reversed());
    }
    var oldest = street.get(list).ok().text("next");
    street.get(list + "&sort=newest&after=" + oldest).problem(400, "invalid-cursor");
    street.get(list + "&sort=loudest").problem(400, "invalid-fields");
  }

  @Test
  void words_are_found_inside_the_vault() {
    String one = file(COMMUNITY, "description", "电梯半夜发出很大的异响,已经三周");
    file(COMMUNITY, "description", "路灯不亮");
    assertThat(ids(clerk.get("/petitions?q=" + encoded("电梯半夜")))).containsExactly(one);
    assertThat(ids(clerk.get("/petitions?q=" + encoded("没有人写过的话")))).isEmpty();
  }

  @Test
  void pages_are_stable_while_others_write() {
    var district = server.as("district-officer@370611");
    var before = new ArrayList<String>();
    for (int i = 0; i < 25; i++) {
      before.add(filedIn370611(district));
    }
    var writing =
        CompletableFuture.runAsync(
            () -> IntStream.range(0, 40).forEach(_ -> filedIn370611(district)));
    var seen = new ArrayList<String>();
    String next = "";
    do {
      var page = district.get("/petitions?limit=7" + (next.isEmpty() ? "" : "&after=" + next));
      seen.addAll(ids(page));
      next = page.at("next").isNull() ? "" : page.text("next");
    } while (!next.isEmpty() && seen.size() < 500);
    writing.join();
    assertThat(seen).doesNotHaveDuplicates().containsSubsequence(before);
    assertThat(ids(district.get("/petitions?limit=200"))).containsAll(seen).hasSize(65);
    district.get("/petitions?limit=7&after=abc").problem(400, "invalid-cursor");
  }

  private static String filedIn370611(Person district) {
    var body = request();
    body.put("division", "370611104");
    return district.post("/petitions", body).created().id();
  }

  @Test
  void a_list_shows_every_answered_command_at_once() {
    for (int i = 0; i < 20; i++) {
      String one = file(COMMUNITY);
      assertThat(ids(clerk.get("/petitions?limit=200"))).contains(one);
      assertThat(clerk.get("/petitions/" + one).ok().id()).isEqualTo(one);
    }
  }

  @Test
  void a_resident_lists_what_is_their_own() {
    var resident = server.as("resident@" + COMMUNITY + "/wang");
    var body = request();
    body.put("division", COMMUNITY);
    String own = resident.post("/petitions", body).created().id();
    file(COMMUNITY);
    assertThat(ids(resident.get("/petitions"))).containsExactly(own);
    assertThat(resident.get("/desk").ok().at("items").findValuesAsString("id"))
        .containsExactly(own);
  }

  @Test
  void captions_in_lists_leave_people_out() {
    String one = file(COMMUNITY, "title", "业主王小明13800138000家漏水");
    String list = clerk.get("/petitions?limit=200").ok().toString();
    assertThat(list).contains(one).doesNotContain("13800138000").doesNotContain("王小明");
  }

  @Test
  void a_desk_shows_what_waits() {
    String one = file("370602003007");
    var its = server.as("community-clerk@370602003007");
    its.get("/desk").ok().has("items[0].id", one, "items[0].what", "take-in-hand");
    its.post("/petitions/" + one + "/accept").ok();
    its.get("/desk").ok().has("items[0].what", "go-on");
    its.post("/petitions/" + one + "/resolve", "result", "好了", "outcome", "solved").ok();
    assertThat(its.get("/desk").ok().at("items").isEmpty()).isTrue();
  }

  @Test
  void a_thread_is_told_by_its_correlation_id() {
    var body = request();
    body.put("division", COMMUNITY);
    String id =
        clerk.with("X-Correlation-Id", "thread-4711").post("/petitions", body).created().id();
    clerk.post("/petitions/" + id + "/accept").ok();
    assertThat(clerk.get("/threads/thread-4711").ok().at("items").findValuesAsString("what"))
        .containsExactly("submitted", "accepted");
    server.as("community-clerk@370602003004").get("/threads/thread-4711").problem(404, "not-found");
  }

  @Test
  void a_file_comes_by_token_or_by_code() {
    String uploaded = clerk.attach("/attachments", "text/plain", "一段话").created().id();
    var body = request("attachments", List.of(uploaded));
    body.put("division", COMMUNITY);
    var filed = clerk.post("/petitions", body).created();
    assertThat(filed.at("attachments").toString()).contains(uploaded);
    var code = "/tracking/" + filed.text("trackingCode");
    String more =
        server.nobody().attach(code + "/attachments", "text/plain", "又一段话").created().id();
    assertThat(clerk.get("/petitions/" + filed.id()).ok().at("attachments").toString())
        .contains(uploaded, more);
    assertThat(street.get("/attachments/" + more).ok().response().body()).isEqualTo("又一段话");
    server.as("community-clerk@370602003004").get("/attachments/" + more).problem(404, "not-found");
    server
        .nobody()
        .attach("/tracking/00000000000000000000000000/attachments", "text/plain", "x")
        .problem(404, "not-found");
  }

  @Test
  void a_request_moves_to_the_place_it_belongs_to() {
    String one = file(COMMUNITY);
    var city = server.as("city-officer@3706");
    clerk.post("/petitions/" + one + "/relocate", "division", COMMUNITY).problem(403, "wrong-role");
    city.post("/petitions/" + one + "/relocate", "division", COMMUNITY).refused("already-there");
    city.post("/petitions/" + one + "/relocate", "division", "370602003004")
        .ok()
        .has("division", "370602003004", "handler.organisation", "370602003004");
    assertThat(ids(clerk.get("/petitions?limit=200"))).doesNotContain(one);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
