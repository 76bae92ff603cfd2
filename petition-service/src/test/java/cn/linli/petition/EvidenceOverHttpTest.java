package cn.linli.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files that come with an act, over HTTP, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceOverHttpTest {

  private int residents;
  private Server server;
  private Person resident;
  private Person grid;
  private Person clerk;

  @BeforeAll
  void start() {
    server = new Server("evidence", Clock.systemUTC());
    grid = server.as("grid-worker@370602003006001");
    clerk = server.as("community-clerk@370602003006");
  }

  /** Somebody new each time: who files the same matter twice is told of the first. */
  @BeforeEach
  void comes() {
    resident = server.as("resident@370602003006/zhang-" + residents++);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private String filed() {
    return "/petitions/" + resident.post("/petitions", LifeOverHttpTest.request()).created().id();
  }

  private String filedAgain() {
    comes();
    return filed();
  }

  private static String file(Person by) {
    return by.attach("/attachments", "text/plain", "一段话").created().id();
  }

  private static List<String> files(int count) {
    return IntStream.range(0, count).mapToObj(i -> "%026d".formatted(i)).toList();
  }

  @Test
  void what_was_done_is_shown_by_files_and_the_petitioner_sees_those_of_the_answer() {
    var path = filed();
    var called = file(grid);
    var seen = file(grid);
    var done = file(grid);
    grid.post(path + "/contact", "note", "已电话联系", "attachments", List.of(called)).ok();
    grid.post(
            path + "/progress",
            "note",
            "入户了解",
            "entry",
            "home-visit",
            "attachments",
            List.of(seen, called))
        .ok();
    var resolved =
        grid.post(
                path + "/resolve",
                "result",
                "已接通",
                "outcome",
                "solved",
                "attachments",
                List.of(done))
            .ok();
    assertThat(resolved.at("attachments").valueStream().map(each -> each.asString()))
        .containsExactly(called, seen, done);

    var history = clerk.get(path + "/history").ok();
    assertThat(history.at("items").findValuesAsString("what"))
        .containsExactly(
            "submitted",
            "accepted",
            "contacted",
            "evidence-added",
            "progressed",
            "evidence-added",
            "resolved",
            "evidence-added");
    history.has(
        "items[3].details.act",
        "contact",
        "items[3].details.attachments[0]",
        called,
        "items[5].details.attachments[0]",
        seen,
        "items[7].details.act",
        "resolve");
    assertThat(history.at("items[5].details.attachments")).hasSize(1);

    assertThat(resident.get(path).ok().at("attachments").valueStream().map(each -> each.asString()))
        .containsExactly(done);
    assertThat(resident.get(path + "/history").ok().toString())
        .contains(done)
        .doesNotContain(called, seen);
    resident.get("/attachments/" + done).ok();
    resident.get("/attachments/" + seen).problem(404, "not-found");
    clerk.get("/attachments/" + seen).ok();
    var stillWrapped =
        Filters.and(Filters.in("_id", List.of(called, seen, done)), Filters.exists("w"));
    assertThat(server.database().getCollection("attachments").find(stillWrapped)).isEmpty();
  }

  @Test
  void an_act_recorded_for_the_petitioner_may_be_shown_by_a_file() {
    var path = filed();
    var call = file(clerk);
    var more = file(clerk);
    clerk
        .post(
            path + "/withdraw",
            "recordedOnBehalf",
            Server.json("evidence", call, "attachments", List.of(more)))
        .ok()
        .has("status", "withdrawn", "attachments[0]", call, "attachments[1]", more);
    clerk
        .get(path + "/history")
        .ok()
        .has("items[2].what", "evidence-added", "items[2].details.act", "recorded");
    clerk
        .post(filedAgain() + "/withdraw", "recordedOnBehalf", Server.json("evidence", more))
        .refused("attachment-taken");
  }

  @Test
  void a_file_that_can_t_be_named_stops_the_act() {
    var path = filed();
    var grids = file(grid);
    clerk
        .post(path + "/progress", "note", "x", "entry", "call", "attachments", List.of(grids))
        .refused("attachment-unknown");
    grid.post(path + "/contact", "note", "x", "attachments", files(21))
        .problem(400, "invalid-fields");
    server
        .as("grid-worker@370602003006002")
        .post(path + "/progress", "note", "x", "entry", "call", "attachments", List.of())
        .problem(403, "out-of-scope");
    assertThat(grid.get(path).ok().at("attachments")).isEmpty();
    grid.get("/attachments/" + grids).ok();
  }
}
