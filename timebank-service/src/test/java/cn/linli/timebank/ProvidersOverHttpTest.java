package cn.linli.timebank;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who gives what stands in the catalogue fulfils its orders, and never their own. */
class ProvidersOverHttpTest {

  private static final String HERE = "370602003008";
  private static final String THERE = "370602003009";

  private static Bank bank;

  @BeforeAll
  static void start() {
    bank = new Bank(new Server("bank-providers"));
    bank.community(HERE);
  }

  @AfterAll
  static void stop() {
    bank.close();
  }

  private static Map<String, Object> provider(String kind, String id) {
    return Map.of("kind", kind, "id", id);
  }

  private static String haircut(Map<String, Object> provider) {
    return bank.reward(HERE, "service", "minutes", 30, "service", "help", "provider", provider);
  }

  private static String ordered(String name, String reward) {
    String account = bank.account(HERE, name, "minutes", 90);
    return "/bank/orders/"
        + bank.order(bank.resident(HERE, name), account, reward, 1).created().id();
  }

  private static Person resident(String name) {
    return bank.resident(HERE, name);
  }

  @Test
  void a_barber_fulfils_what_neighbours_ordered_and_nothing_for_himself() {
    String barber = bank.account(HERE, "barber", "minutes", 60);
    String reward = haircut(provider("account", barber));
    resident("passer-by")
        .get("/bank/rewards/" + reward)
        .ok()
        .has("provider.kind", "account", "provider.id", barber);
    String order = ordered("customer", reward);
    String own = "/bank/orders/" + bank.order(resident("barber"), barber, reward, 1).created().id();

    assertThat(
            resident("barber")
                .get("/bank/orders?provider=account:" + barber)
                .ok()
                .at("items")
                .size())
        .isEqualTo(2);
    resident("passer-by").get("/bank/orders?provider=account:" + barber).problem(404, "not-found");
    resident("passer-by").post(order + "/fulfil").problem(403, "out-of-scope");
    resident("customer").post(order + "/fulfil").problem(403, "out-of-scope");
    resident("barber").post(own + "/fulfil").refused("self-confirmation");
    resident("barber")
        .post(
            order + "/fulfil",
            "deliveredBy",
            barber,
            "startedAt",
            "2026-11-01T01:00:00Z",
            "endedAt",
            "2026-11-01T01:30:00Z")
        .refused("self-confirmation");
    resident("barber").post(order + "/fulfil").ok().has("status", "fulfilled");
    resident("barber").post(order + "/fulfil").refused("order-ended");
  }

  @Test
  void members_of_a_team_fulfil_until_they_leave_it() {
    String cook = bank.account(HERE, "cook");
    String team =
        bank.clerk(HERE)
            .post("/bank/teams", "division", HERE, "name", "厨坊", "kind", "kitchen")
            .created()
            .id();
    resident("cook").post("/bank/teams/" + team + "/join", "account", cook).ok();
    String reward = haircut(provider("team", team));
    String first = ordered("guest-1", reward);
    String second = ordered("guest-2", reward);
    resident("guest-2").post(first + "/fulfil").problem(403, "out-of-scope");
    resident("cook").post(first + "/fulfil").ok().has("status", "fulfilled");
    resident("cook").post("/bank/teams/" + team + "/leave", "account", cook).ok();
    resident("cook").post(second + "/fulfil").problem(403, "out-of-scope");
    bank.clerk(HERE).post(second + "/fulfil").ok();
  }

  @Test
  void a_unit_fulfils_by_its_officer_and_a_provider_is_of_the_place() {
    String officer = "department-officer@" + HERE + "/barber-school";
    String unit =
        Bank.once(bank.server.as(officer))
            .post("/bank/units", "division", HERE, "name", "理发学校", "kind", "agency", "heads", 40)
            .created()
            .id();
    String order = ordered("pupil", haircut(provider("unit", unit)));
    Bank.once(bank.server.as("department-officer@" + HERE + "/gas-company"))
        .post(order + "/fulfil")
        .problem(403, "out-of-scope");
    Bank.once(bank.server.as(officer)).post(order + "/fulfil").ok().has("status", "fulfilled");

    var offer =
        Map.<String, Object>of(
            "division", HERE, "title", "理发", "kind", "service", "unit", "minutes", "price", 30);
    var foreign = new LinkedHashMap<>(offer);
    foreign.put("provider", provider("account", bank.account(THERE, "stranger")));
    bank.clerk(HERE).post("/bank/rewards", foreign).refused("foreign-provider");
    var nobody = new LinkedHashMap<>(offer);
    nobody.put("provider", provider("team", "0".repeat(26)));
    bank.clerk(HERE).post("/bank/rewards", nobody).refused("unknown-provider");
  }
}
