package cn.linli.timebank;

import static cn.linli.timebank.Server.COMMUNITY;
import static cn.linli.timebank.Server.once;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One person, one passbook: known by phone first, by a token later, or joined by two people. */
class JoiningOverHttpTest {

  private static Server server;

  @BeforeAll
  static void start() {
    server = new Server("bank-joining");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Person clerk(String name) {
    return once(server.as("bank-clerk@" + COMMUNITY + "/" + name));
  }

  private static String resident(String name) {
    return "resident@" + COMMUNITY + "/" + name;
  }

  private static Reply atTheCounter(String phone, @Nullable String token) {
    var holder = new LinkedHashMap<String, Object>(Map.of("name", "赵大娘", "phone", phone));
    if (token != null) {
      holder.put("account", token);
    }
    return clerk("one")
        .post("/bank/accounts", "holder", holder, "kind", "person", "division", COMMUNITY);
  }

  private static Reply account(String id) {
    return clerk("one").get("/bank/accounts/" + id).ok();
  }

  @Test
  void who_was_opened_by_phone_keeps_the_passbook_when_a_token_comes() {
    String id = atTheCounter("13800000021", null).created().id();
    server.granted(id, 45);
    Person zhao = server.as(resident("zhao"));
    zhao.get("/bank/accounts/" + id).problem(404, "not-found");

    Reply bound = atTheCounter("+86 138 0000 0021", resident("zhao")).ok();
    assertThat(bound.id()).isEqualTo(id);
    zhao.get("/bank/accounts/" + id).ok().has("holder", "赵大娘", "minutes.available", 45);
    once(zhao)
        .post(
            "/bank/accounts",
            "holder",
            Map.of("name", "赵大娘"),
            "kind",
            "person",
            "division",
            COMMUNITY)
        .refused("account-known");
    atTheCounter("13800000021", resident("zhao")).refused("account-known");
    atTheCounter("13800000021", null).refused("account-known");
    assertThat(zhao.get("/bank/accounts").ok().at("items").size()).isEqualTo(1);
  }

  @Test
  void a_phone_somebody_merely_names_binds_nothing() {
    String id = atTheCounter("13800000022", null).created().id();
    Person other = server.as(resident("curious"));
    String own =
        once(other)
            .post(
                "/bank/accounts",
                "holder",
                Map.of("name", "好奇", "phone", "13800000022"),
                "kind",
                "person",
                "division",
                COMMUNITY)
            .created()
            .id();
    assertThat(own).isNotEqualTo(id);
    other.get("/bank/accounts/" + id).problem(404, "not-found");
  }

  @Test
  void two_passbooks_of_one_person_become_one_by_two_people() {
    String old = atTheCounter("13800000023", null).created().id();
    String own = server.opened(resident("qian"));
    server.granted(old, 70);
    server.granted(own, 5);
    String path = "/bank/accounts/" + old + "/join";
    var asks = Map.<String, Object>of("into", own, "evidence", "身份证与手机号一致");

    once(server.as(resident("qian"))).post(path, asks).problem(403, "wrong-role");
    once(server.as("bank-clerk@370602003007")).post(path, asks).problem(403, "out-of-scope");
    clerk("two").post(path + "/confirm").refused("join-not-proposed");
    clerk("one").post(path, "into", old, "evidence", "同一本").refused("same-account");
    clerk("one").post(path, asks).ok().has("joining", own, "status", "open");
    clerk("one").post(path + "/confirm").refused("self-confirmation");
    account(own).has("minutes.posted", 5);
    Person second = server.as("bank-clerk@" + COMMUNITY + "/two").key("join-them-once");
    for (int times = 0; times < 3; times++) {
      second.post(path + "/confirm").ok().has("status", "closed", "minutes.posted", 0);
    }

    account(own).has("minutes.posted", 75);
    Person qian = server.as(resident("qian"));
    qian.get("/bank/accounts/" + old + "/entries?unit=minutes")
        .ok()
        .has("items[0].amount", 70, "items[1].amount", -70, "items[1].reason", "joined");
    clerk("one").post(path, asks).refused("account-closed");
    String line = old + "-m-2";
    clerk("one")
        .post("/bank/entries/" + line + "/reverse", Map.of("reason", "记错了人"))
        .refused("not-reversible");
    once(qian)
        .post(
            "/bank/accounts",
            "holder",
            Map.of("name", "钱"),
            "kind",
            "person",
            "division",
            COMMUNITY)
        .refused("account-known");
  }

  @Test
  void what_is_set_aside_or_of_another_kind_is_not_joined() {
    String old = atTheCounter("13800000024", null).created().id();
    String own = server.opened(resident("sun"));
    server.granted(old, 30);
    clerk("one").post("/bank/entries/" + old + "-m-1/reverse", Map.of("reason", "记错了人")).created();
    clerk("one")
        .post("/bank/accounts/" + old + "/join", "into", own, "evidence", "同一人")
        .refused("holds-open");
    String household =
        clerk("one")
            .post(
                "/bank/accounts",
                "holder",
                Map.of("name", "孙家", "phone", "13800000025"),
                "kind",
                "household",
                "division",
                COMMUNITY)
            .created()
            .id();
    clerk("one")
        .post("/bank/accounts/" + own + "/join", "into", household, "evidence", "同一人")
        .refused("not-of-one-kind");
  }
}
