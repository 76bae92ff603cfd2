package cn.linli.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import com.mongodb.client.model.Filters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Words in requests that stand in segments, and in those that came after. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchOverHttpTest {

  private static final int IMPORTED = 1_400;
  private static final Duration SOON = Duration.ofSeconds(30);

  private Server server;
  private Person city;
  private Person street;
  private Person resident;
  private Person admin;
  private String early;

  @BeforeAll
  void start() {
    server = new Server("searching", Clock.systemUTC());
    city = server.as("city-officer@3706/search");
    street = server.as("street-officer@370602003");
    resident = server.as("resident@370602003006/chen");
    admin = server.as("admin@37");
    early =
        resident
            .post("/petitions", LifeOverHttpTest.request("description", "石狮子旁边的井盖松动"))
            .created()
            .id();
    String rows =
        IntStream.range(0, IMPORTED)
            .mapToObj(SearchOverHttpTest::row)
            .collect(Collectors.joining());
    city.upload("/petitions/import", "application/x-ndjson", rows.getBytes(StandardCharsets.UTF_8))
        .ok()
        .has("accepted", IMPORTED);
    await().atMost(SOON).until(() -> audit().at("segments").asInt() >= 1);
  }

  /** Received in no order; every seventh at the same instant; one in 20 where nobody knows. */
  private static String row(int n) {
    return """
    {"externalId":"s-%d","submittedAt":"%s","title":"件","description":"%s门牌%05d","division":"%s"}
    """
        .formatted(
            n,
            Instant.parse("2024-01-01T00:00:00Z").plusSeconds(n * 7_919L % 200 * 3_600L),
            n % 100 == 0 ? "古树名木保护" : "路灯不亮",
            n,
            n % 2 == 0 ? "370602003006" : "370602004001");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Reply audit() {
    return admin.post("/audits/search").ok();
  }

  private static String q(String words) {
    return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private static List<String> ids(Person reader, String filter) {
    return reader.ids("/petitions?" + filter);
  }

  @Test
  void one_of_many_is_found_wherever_one_may_look() {
    assertThat(ids(city, q("门牌00042"))).hasSize(1);
    assertThat(ids(street, q("门牌00042"))).hasSize(1);
    assertThat(ids(street, q("门牌00043"))).as("the neighbouring street's").isEmpty();
    assertThat(ids(city, q("门牌00043") + "&division=370602004")).hasSize(1);
    assertThat(ids(resident, q("门牌00042"))).as("somebody else's").isEmpty();
    assertThat(ids(city, q("没有人写过的话"))).isEmpty();
  }

  @Test
  void pages_of_many_are_the_pages_of_the_list_from_either_end() {
    var all = ids(city, "limit=200&division=370602004");
    assertThat(all).hasSize(IMPORTED / 2);
    assertThat(ids(city, "limit=130&division=370602004&" + q("路灯不亮"))).isEqualTo(all);
    assertThat(ids(city, "limit=200&division=370602004&sort=newest&" + q("路灯不亮")))
        .isEqualTo(all.reversed());
    var trees = ids(city, "limit=4&" + q("古树名木"));
    assertThat(trees).hasSize(IMPORTED / 100);
    assertThat(ids(city, "limit=200&sort=newest&" + q("古树名木"))).isEqualTo(trees.reversed());
    assertThat(ids(city, q("古树名木") + "&status=closed")).isEmpty();
    assertThat(ids(city, q("古树名木") + "&mine=true")).isSubsetOf(trees);
  }

  @Test
  void what_was_answered_is_found_at_once_and_what_is_erased_leaves_nothing() {
    assertThat(ids(street, q("石狮子"))).containsExactly(early);
    var late =
        server
            .as("resident@370602003006/wu")
            .post("/petitions", LifeOverHttpTest.request("description", "石狮子旁边的井盖没了"))
            .created()
            .id();
    assertThat(ids(street, q("石狮子"))).containsExactly(early, late);
    var grid = server.as("grid-worker@370602003006001");
    grid.post("/petitions/" + early + "/progress", "note", "到场", "entry", "home-visit").ok();
    grid.post("/petitions/" + early + "/resolve", "result", "已修好", "outcome", "solved").ok();
    resident.post("/petitions/" + early + "/erase", "reason", "不想保留").ok();
    assertThat(ids(street, q("石狮子"))).containsExactly(late);
    await()
        .atMost(SOON)
        .until(() ->
            server.database().getCollection("search_new").countDocuments(Filters.exists("g")) == 0);
    var audit = audit();
    assertThat(audit.at("missing").isEmpty()).isTrue();
    assertThat(audit.at("left").isEmpty()).isTrue();
    audit.has("built", true);
    resident.post("/audits/search").problem(403, "wrong-role");
  }

  @Test
  void all_is_made_anew_while_lists_go_on() {
    admin.post("/audits/search/rebuild").ok().has("built", false);
    assertThat(ids(city, q("门牌00044"))).hasSize(1);
    await().atMost(SOON).until(() -> audit().at("built").asBoolean());
    assertThat(audit().at("missing").isEmpty()).isTrue();
    assertThat(ids(city, q("门牌00044"))).hasSize(1);
  }
}
