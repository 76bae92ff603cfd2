package cn.linli.timebank;

import static cn.linli.timebank.Server.COMMUNITY;
import static cn.linli.timebank.Server.once;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Passbooks from the outside: who opens, who reads, what is granted. */
class AccountsOverHttpTest {

  private static Server server;

  @BeforeAll
  static void start() {
    server = new Server("bank-accounts");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_resident_opens_one_passbook_and_nobody_else_learns_of_it() {
    String id = server.opened("resident@" + COMMUNITY + "/li");
    Person li = server.as("resident@" + COMMUNITY + "/li");
    li.get("/bank/accounts/" + id)
        .ok()
        .has("holder", "王小一", "status", "open", "minutes.available", 0, "version", 1);
    once(li)
        .post(
            "/bank/accounts",
            Map.of("holder", Map.of("name", "王"), "kind", "person", "division", COMMUNITY))
        .refused("account-known");
    server
        .as("resident@" + COMMUNITY + "/other")
        .get("/bank/accounts/" + id)
        .problem(404, "not-found");
    server.as("bank-clerk@" + COMMUNITY).get("/bank/accounts/" + id).ok().has("holder", "王**");
    server.as("bank-clerk@370602003007").get("/bank/accounts/" + id).problem(403, "out-of-scope");
    assertThat(li.get("/bank/accounts").ok().at("items").size()).isEqualTo(1);
    assertThat(
            server
                .as("bank-clerk@" + COMMUNITY)
                .get("/bank/accounts?division=" + COMMUNITY)
                .ok()
                .at("items")
                .findValuesAsString("id"))
        .contains(id);
  }

  @Test
  void a_key_is_asked_for_and_means_once() {
    Person clerk = server.as("bank-clerk@" + COMMUNITY);
    Map<String, Object> body =
        Map.of(
            "holder",
            Map.of("name", "赵大娘", "phone", "13800000001"),
            "kind",
            "person",
            "division",
            COMMUNITY);
    clerk.post("/bank/accounts", body).problem(400, "idempotency-key-required");
    String id = clerk.key("open-zhao-1").post("/bank/accounts", body).created().id();
    for (int i = 0; i < 4; i++) {
      assertThat(clerk.key("open-zhao-1").post("/bank/accounts", body).created().id())
          .isEqualTo(id);
    }
    assertThat(server.journal("a:" + id)).hasSize(1);
  }

  @Test
  void minors_need_a_guardian_with_a_passbook_and_consent() {
    Person parent = server.as("resident@" + COMMUNITY + "/parent");
    String guardian = server.opened("resident@" + COMMUNITY + "/parent");
    int year = Instant.now().atOffset(java.time.ZoneOffset.UTC).getYear() - 10;
    var child = Map.of("name", "王小二", "birthYear", year);
    once(server.as("resident@" + COMMUNITY + "/child"))
        .post("/bank/accounts", "holder", child, "kind", "person", "division", COMMUNITY)
        .refused("guardian-missing");
    String id =
        once(parent)
            .post(
                "/bank/accounts",
                "holder",
                child,
                "kind",
                "person",
                "division",
                COMMUNITY,
                "guardian",
                guardian,
                "consent",
                "同意")
            .created()
            .has("guardian", guardian, "adultFrom", year + 18)
            .id();
    parent.get("/bank/accounts/" + id).ok();
  }

  @Test
  void households_start_with_points_and_grants_come_from_the_pool() {
    Person clerk = server.as("bank-clerk@" + COMMUNITY);
    String household =
        once(clerk)
            .post(
                "/bank/accounts",
                "holder",
                Map.of("name", "王家", "phone", "13800000002"),
                "kind",
                "household",
                "division",
                COMMUNITY)
            .created()
            .has("points.posted", 60, "minutes.posted", 0)
            .id();
    String elder = server.opened("resident@" + COMMUNITY + "/elder");
    var grant = Map.<String, Object>of("unit", "minutes", "amount", 120, "evidence", "独居老人");
    var path = "/bank/accounts/" + elder + "/grants";
    String pool = "pool-" + COMMUNITY;
    server.funded(COMMUNITY, 50);
    once(clerk).post(path, grant).refused("insufficient-balance");
    server.funded(COMMUNITY, 200);
    long before = clerk.get("/bank/accounts/" + pool).ok().at("minutes.posted").asLong();
    once(clerk).post(path, grant).ok().has("minutes.available", 120);
    assertThat(clerk.get("/bank/accounts/" + pool).ok().at("minutes.posted").asLong())
        .isEqualTo(before - 120);
    once(clerk)
        .post(path, Map.of("unit", "minutes", "amount", 601, "evidence", "独居老人"))
        .refused("grant-too-large");
    once(server.as("bank-clerk@370602003007")).post(path, grant).problem(403, "out-of-scope");
    once(clerk).post("/bank/accounts/" + pool + "/grants", grant).problem(403, "wrong-role");
    clerk
        .get("/bank/accounts/" + household + "/entries?unit=points")
        .ok()
        .has("items[0].amount", 60, "items[0].balance", 60, "items[0].reason", "welcome");
  }

  @Test
  void a_passbook_is_read_line_by_line_and_as_it_stood() throws InterruptedException {
    String id = server.opened("resident@" + COMMUNITY + "/reader");
    Person reader = server.as("resident@" + COMMUNITY + "/reader");
    Instant empty = Instant.now();
    Thread.sleep(5);
    for (int i = 1; i <= 5; i++) {
      server.granted(id, i * 10);
    }
    Instant full = Instant.now().plusMillis(50);
    reader.get("/bank/accounts/" + id + "?at=" + empty).ok().has("minutes.posted", 0);
    reader.get("/bank/accounts/" + id + "?at=" + full).ok().has("minutes.posted", 150);
    var first = reader.get("/bank/accounts/" + id + "/entries?unit=minutes&limit=2").ok();
    first.has("items[0].seq", 1, "items[1].balance", 30);
    String at = first.text("items[1].at");
    reader
        .get("/bank/accounts/" + id + "?at=" + at)
        .ok()
        .has("minutes.posted", 30, "points.posted", 0);
    var second =
        reader
            .get(
                "/bank/accounts/"
                    + id
                    + "/entries?unit=minutes&limit=2&after="
                    + first.text("next"))
            .ok()
            .has("items[0].seq", 3, "items[1].seq", 4);
    reader
        .get("/bank/accounts/" + id + "/entries?unit=minutes&limit=2&after=" + second.text("next"))
        .ok()
        .has("items[0].seq", 5, "items[0].balance", 150);
  }
}
