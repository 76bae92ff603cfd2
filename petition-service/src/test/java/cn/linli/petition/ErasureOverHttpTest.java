package cn.linli.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.StateAudit;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import cn.linli.testing.Person;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Erasing over HTTP, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureOverHttpTest {

  private static final String WORDS = "三号楼停暖";

  private int residents;
  private Server server;
  private Person resident;
  private Person grid;
  private Person admin;

  @BeforeAll
  void start() {
    server = new Server("erasure", Clock.systemUTC());
    grid = server.as("grid-worker@370602003006001");
    admin = server.as("admin@370602");
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

  private String answered(Person filer, Object... more) {
    var id = filer.post("/petitions", LifeOverHttpTest.request(more)).created().id();
    var path = "/petitions/" + id;
    grid.post(path + "/progress", "note", "入户了解张小三", "entry", "home-visit").ok();
    grid.post(path + "/resolve", "result", "已接通", "outcome", "solved").ok();
    return id;
  }

  @Test
  void what_is_erased_is_read_by_nobody_any_more() {
    var file = resident.attach("/attachments", "text/plain", "一段话").created().id();
    var id =
        answered(
            resident,
            "petitioner",
            Server.json("name", "张小三", "phone", "13800138001"),
            "attachments",
            List.of(file));
    var path = "/petitions/" + id;
    assertThat(grid.get("/petitions?q=" + WORDS).ok().toString()).contains(id);
    var sealed = vault(id);

    var keyed = resident.with("Idempotency-Key", "erase-1");
    var erased = keyed.post(path + "/erase", "reason", "不想保留").ok();

    erased.has("title", "", "description", "", "status", "resolved", "attachments[0]", file);
    assertThat(erased.text("erasedAt")).isNotEmpty();
    assertThat(keyed.post(path + "/erase", "reason", "不想保留").ok().header("Idempotency-Hit"))
        .isEqualTo("true");
    for (var reader : List.of(resident, grid, admin)) {
      var read = reader.get(path).ok();
      assertThat(read.toString()).doesNotContain(WORDS, "已接通", "张");
      assertThat(read.at("erasedAt")).isEqualTo(erased.at("erasedAt"));
      var history = reader.get(path + "/history").ok();
      assertThat(history.at("items").findValuesAsString("what"))
          .containsExactly("submitted", "accepted", "progressed", "resolved", "person-erased");
      assertThat(history.toString()).doesNotContain(WORDS, "入户", "已接通", "不想保留");
      reader.get("/attachments/" + file).problem(410, "attachment-erased");
    }
    assertThat(grid.get("/petitions").ok().toString()).contains(id);
    assertThat(grid.get("/petitions?q=" + WORDS).ok().toString()).doesNotContain(id);
    grid.post(path + "/unmask", "reason", "联系").ok();
    assertThat(grid.post(path + "/unmask", "reason", "联系").ok().toString()).doesNotContain("138");
    resident.post(path + "/reopen", "reason", "又停了").refused("erased");

    thatNoCopyOpens(id, sealed);
    thatTheReasonIsOnRecord(id);
    assertThat(server.bean(StateAudit.class).run().differences()).isEmpty();
  }

  /** As somebody would who kept the ciphertexts: without the keys they say nothing. */
  private void thatNoCopyOpens(String id, List<Document> sealed) {
    assertThat(vault(id)).isEmpty();
    var copies = sealed.stream().filter(document -> !document.containsKey("k")).toList();
    assertThat(copies).isNotEmpty();
    var documents = server.database().getCollection(Vault.COLLECTION);
    documents.insertMany(copies);
    var refs = sealed.stream().map(document -> document.getString("_id")).toList();
    assertThat(server.bean(Vault.class).openAll(refs).values())
        .allMatch(Content.Erased.class::isInstance);
    documents.deleteMany(Filters.in("_id", refs));
    assertThat(server.database().getCollection("attachments").find(Filters.exists("w"))).isEmpty();
  }

  private void thatTheReasonIsOnRecord(String id) {
    var access = server.bean(Vault.class).accessLog().of(new StreamId("petition", id)).getFirst();
    assertThat(access.reason()).isEqualTo("不想保留");
    assertThat(access.by()).startsWith("resident@");
    var journal = server.database().getCollection(JournalEntry.COLLECTION);
    for (var entry : journal.find(Filters.eq("s", "petition:" + id))) {
      assertThat(entry.toJson()).doesNotContain("不想保留", "张小三", "13800138001");
    }
  }

  private List<Document> vault(String id) {
    return server
        .database()
        .getCollection(Vault.COLLECTION)
        .find(Filters.and(Filters.gt("_id", id + "."), Filters.lt("_id", id + "/")))
        .into(new ArrayList<>());
  }

  @Test
  void who_and_when_is_the_law_s() {
    var id = resident.post("/petitions", LifeOverHttpTest.request()).created().id();
    var path = "/petitions/" + id + "/erase";
    resident.post(path, "reason", "不想保留").refused("still-needed");
    resident.post(path, "reason", "x", "ground", "unlawful").refused("ground-for-officers");
    resident.post(path, "reason", " ").problem(400, "invalid-fields");
    grid.post(path, "reason", "x").problem(403, "wrong-role");
    server.as("resident@370602003006/li-si").post(path, "reason", "x").problem(404, "not-found");
    server.as("admin@370611").post(path, "reason", "x").problem(403, "out-of-scope");
    assertThat(resident.get("/petitions/" + id).ok().text("title")).isEqualTo(WORDS);

    admin.post(path, "reason", "误采集", "ground", "unlawful").ok().has("status", "submitted");
    grid.post("/petitions/" + id + "/resolve", "result", "已删除", "outcome", "explained")
        .ok()
        .has("result.text", "已删除", "title", "");
    admin.post(path, "reason", "再删一次").ok();
    assertThat(admin.get("/petitions/" + id).ok().at("result.text").isNull()).isTrue();
  }

  @Test
  void all_requests_of_a_person_go_as_far_as_they_may() {
    Object[] zhang = {
      "petitioner", Server.json("name", "张小三", "phone", "+86 138 0013 8002"), "newFacts", true
    };
    var first = answered(grid, zhang);
    var second = answered(resident, zhang);
    var open = resident.post("/petitions", LifeOverHttpTest.request(zhang)).created().id();
    var other =
        answered(
            resident,
            "petitioner",
            Server.json("name", "李四", "phone", "13900139002"),
            "newFacts",
            true);

    resident
        .post("/petitions/erasures", "phone", "13800138002", "reason", "x")
        .problem(403, "wrong-role");
    assertThat(
            server
                .as("admin@370611")
                .post("/petitions/erasures", "phone", "13800138002", "reason", "本人申请")
                .ok()
                .at("erased"))
        .isEmpty();
    var reply = admin.post("/petitions/erasures", "phone", "13800138002", "reason", "本人申请").ok();

    assertThat(reply.at("erased").valueStream().map(each -> each.asString()))
        .containsExactlyInAnyOrder(first, second);
    reply.has("kept[0].id", open, "kept[0].code", "still-needed", "complete", true);
    admin.get("/petitions/" + first).ok().has("title", "");
    admin.get("/petitions/" + open).ok().has("title", WORDS);
    admin.get("/petitions/" + other).ok().has("title", WORDS);
    assertThat(
            admin
                .post("/petitions/erasures", "phone", "13800138002", "reason", "本人申请")
                .ok()
                .at("erased"))
        .isEmpty();
  }
}
