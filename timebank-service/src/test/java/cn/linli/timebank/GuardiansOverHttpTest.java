package cn.linli.timebank;

import static cn.linli.timebank.Server.COMMUNITY;
import static cn.linli.timebank.Server.once;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A guardian's own token reads a minor's passbook and signs the minor up; nobody else's does. */
class GuardiansOverHttpTest {

  private static final String CLERK = "bank-clerk@" + COMMUNITY;
  private static final String ORGANISER = "community-clerk@" + COMMUNITY;

  private static Server server;

  @BeforeAll
  static void start() {
    server = new Server("bank-guardians");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String resident(String name) {
    return "resident@" + COMMUNITY + "/" + name;
  }

  private static int yearsAgo(int years) {
    return Instant.now().atOffset(ZoneOffset.ofHours(8)).getYear() - years;
  }

  /** A youth with a token of their own, as a clerk writes it down. */
  private static Reply youth(String who, String name, String guardian) {
    var body = new LinkedHashMap<String, Object>();
    body.put("holder", Map.of("name", "王小二", "birthYear", yearsAgo(15), "account", resident(name)));
    body.put("kind", "person");
    body.put("division", COMMUNITY);
    body.put("guardian", guardian);
    body.put("consent", "监护人到场同意");
    return once(server.as(who)).post("/bank/accounts", body);
  }

  private static String published(String service) {
    return "/bank/activities/"
        + once(server.as(ORGANISER))
            .post(
                "/bank/activities",
                "division",
                COMMUNITY,
                "title",
                "周末活动",
                "service",
                service,
                "startsAt",
                Instant.now().minus(Duration.ofHours(2)).toString(),
                "endsAt",
                Instant.now().plus(Duration.ofHours(2)).toString(),
                "places",
                5)
            .created()
            .id();
  }

  private static Reply signUp(String name, String activity, String account) {
    return once(server.as(resident(name))).post(activity + "/sign-up", "account", account);
  }

  @Test
  void a_guardian_reads_and_signs_up_and_others_do_neither() {
    String guardian = server.opened(resident("mother"));
    String child = youth(CLERK, "son", guardian).created().id();
    for (String who : new String[] {"mother", "son"}) {
      Person reader = server.as(resident(who));
      reader.get("/bank/accounts/" + child).ok().has("holder", "王小二", "guardian", guardian);
      reader.get("/bank/accounts/" + child + "/statement.csv").ok();
      reader.get("/bank/accounts/" + child + "/entries?unit=minutes").ok();
      assertThat(reader.get("/bank/accounts").ok().at("items").findValuesAsString("id"))
          .contains(child);
    }
    Person stranger = server.as(resident("stranger"));
    stranger.get("/bank/accounts/" + child).problem(404, "not-found");
    stranger.get("/bank/accounts/" + child + "/statement.csv").problem(404, "not-found");

    String greenery = published("greenery");
    signUp("stranger", greenery, child).problem(403, "not-yourself");
    signUp("mother", greenery, child).ok().has("attendances[0].account", child);
    once(server.as(resident("mother"))).post(greenery + "/check-in", "account", child).ok();
    signUp("mother", published("patrol"), child).refused("not-for-minors");
  }

  @Test
  void who_guards_is_what_was_recorded_last() {
    String father = server.opened(resident("father"));
    String aunt = server.opened(resident("aunt"));
    String child = youth(CLERK, "daughter", father).created().id();
    var guards = Map.<String, Object>of("guardian", aunt, "consent", "监护关系变更");
    once(server.as(resident("aunt")))
        .post("/bank/accounts/" + child + "/guardian", guards)
        .problem(403, "wrong-role");
    once(server.as("bank-clerk@370602003007"))
        .post("/bank/accounts/" + child + "/guardian", guards)
        .problem(403, "out-of-scope");
    once(server.as(CLERK))
        .post("/bank/accounts/" + father + "/guardian", guards)
        .refused("not-a-minor");
    once(server.as(CLERK))
        .post("/bank/accounts/" + child + "/guardian", Map.of("guardian", child, "consent", "自己"))
        .refused("guardian-unfit");
    once(server.as(CLERK))
        .post("/bank/accounts/" + child + "/guardian", guards)
        .ok()
        .has("guardian", aunt);
    server.as(resident("aunt")).get("/bank/accounts/" + child).ok();
    server.as(resident("father")).get("/bank/accounts/" + child).problem(404, "not-found");
  }

  @Test
  void a_resident_opens_for_their_own_ward_only() {
    String parent = server.opened(resident("parent"));
    youth(resident("passer-by"), "passer-by", parent).problem(403, "not-yourself");
    youth(resident("parent"), "parent", parent).created().has("guardian", parent);
  }
}
