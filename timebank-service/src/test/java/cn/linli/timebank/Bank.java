package cn.linli.timebank;

import static cn.linli.testing.ServiceUnderTest.JSON;
import static cn.linli.testing.ServiceUnderTest.json;

import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.platform.config.tables.ShippedTables;
import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A running time bank with passbooks that have something in them, for tests of spending. */
final class Bank implements AutoCloseable {

  static final String HERE = "370602003006";
  static final String THERE = "370602003007";

  /** What a pool is given: enough for every test. */
  private static final int POOL = 600_000;

  final Server server;
  final Person city;

  Bank(Server server) {
    this.server = server;
    city = server.as("city-officer@3706");
  }

  /** Every command of the bank has a key. */
  static Person once(Person person) {
    return person.key(UUID.randomUUID().toString());
  }

  Person clerk(String division) {
    return once(server.as("bank-clerk@" + division));
  }

  Person resident(String division, String name) {
    return once(server.as("resident@" + division + "/" + name));
  }

  /** The shipped scheme with grants, and with what a test changes. */
  void scheme(String division, Object... changes) {
    ObjectNode table = JSON.valueToTree(ShippedTables.of(SchemeTable.class));
    table.put("grantMinutesMax", POOL);
    json(changes).forEach((name, value) -> table.set(name, JSON.valueToTree(value)));
    city.post("/config/schemes?division=" + division, table.toString()).ok();
  }

  /** A scheme, and a pool that can give. */
  void community(String division, Object... changes) {
    scheme(division, changes);
    String street = "street-officer@" + division.substring(0, 9);
    for (String unit : new String[] {"minutes", "points"}) {
      once(server.as(street))
          .post("/bank/accounts/pool-" + division + "/grants", grant(unit, POOL))
          .ok();
    }
  }

  /** A resident's own passbook. */
  String account(String division, String name) {
    return resident(division, name)
        .post(
            "/bank/accounts",
            "holder",
            Map.of("name", name),
            "kind",
            "person",
            "division",
            division)
        .created()
        .id();
  }

  String account(String division, String name, String unit, int amount) {
    String id = account(division, name);
    clerk(division).post("/bank/accounts/" + id + "/grants", grant(unit, amount)).ok();
    return id;
  }

  private static Map<String, Object> grant(String unit, int amount) {
    return json("unit", unit, "amount", amount, "evidence", "公共资金");
  }

  /** Something in the catalogue; its id. */
  String reward(String division, String kind, String unit, int price, Object... more) {
    var body =
        json("division", division, "title", "上门理发", "kind", kind, "unit", unit, "price", price);
    body.putAll(json(more));
    return clerk(division).post("/bank/rewards", body).created().id();
  }

  Reply order(Person who, String account, String reward, int quantity) {
    return once(who)
        .post("/bank/orders", "account", account, "reward", reward, "quantity", quantity);
  }

  /** What may be spent. */
  int available(String account, String unit) {
    return server
        .as("bank-clerk@3706")
        .get("/bank/accounts/" + account)
        .ok()
        .at(unit + ".available")
        .asInt();
  }

  @Override
  public void close() {
    server.close();
  }
}
