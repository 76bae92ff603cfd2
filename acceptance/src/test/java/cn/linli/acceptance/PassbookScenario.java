package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two passbooks of one family through the gateway: opened, granted, given, read. */
class PassbookScenario {

  private static final String COMMUNITY = "370602003006";

  @Test
  void a_mother_gives_what_the_community_granted_to_her_son_and_both_read_it() {
    var clerk = as("bank-clerk@" + COMMUNITY);
    var mother = opened("张大娘", "mother-of-" + UUID.randomUUID());
    var son = opened("张小弟", "son-of-" + UUID.randomUUID());
    once(as("street-officer@" + COMMUNITY.substring(0, 9)))
        .post("/bank/accounts/pool-" + COMMUNITY + "/grants", grant(500))
        .ok();
    once(clerk).post("/bank/accounts/" + mother[0] + "/grants", grant(120)).ok();
    once(clerk)
        .post(
            "/bank/accounts/" + mother[0] + "/relations",
            json("account", son[0], "kind", "lineal", "evidence", "户口簿"))
        .ok();
    var gift =
        once(as(mother[1]))
            .post(
                "/bank/transfers",
                json("from", mother[0], "to", son[0], "unit", "minutes", "amount", 45))
            .created();
    as(son[1]).get("/bank/transfers/" + gift.id()).ok().has("amount", 45, "from", mother[0]);
    as(mother[1])
        .get("/bank/accounts/" + mother[0])
        .ok()
        .has("minutes.posted", 75, "minutes.available", 75);
    var lines = as(mother[1]).get("/bank/accounts/" + mother[0] + "/entries?unit=minutes").ok();
    lines.has(
        "items[0].reason",
        "grant",
        "items[0].balance",
        120,
        "items[1].reason",
        "transfer",
        "items[1].amount",
        -45,
        "items[1].balance",
        75);
    assertThat(lines.text("items[1].hash")).hasSize(64);
    as(son[1]).get("/bank/accounts/" + mother[0]).problem(404, "not-found");
  }

  /** Account and whose it is. */
  private static String[] opened(String name, String who) {
    var resident = "resident@" + COMMUNITY + "/" + who;
    var id =
        once(as(resident))
            .post(
                "/bank/accounts",
                json("holder", json("name", name), "kind", "person", "division", COMMUNITY))
            .created()
            .id();
    return new String[] {id, resident};
  }

  private static Map<String, Object> grant(long amount) {
    return json("unit", "minutes", "amount", amount, "evidence", "公益金");
  }

  private static Person once(Person person) {
    return person.key(UUID.randomUUID().toString());
  }
}
