package cn.linli.timebank;

import cn.linli.testing.Person;
import cn.linli.testing.ServiceUnderTest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** The time bank. */
public final class Server extends ServiceUnderTest {

  /** A community of 烟台 that the shipped tree knows. */
  public static final String COMMUNITY = "370602003006";

  public Server(String name) {
    this(name, Clock.systemUTC());
  }

  public Server(String name, Clock clock, String... more) {
    super(TimebankService.class, TimebankStore::migrate, name, clock, more);
  }

  /** Somebody who never says the same twice: each command has a key of its own. */
  public static Person once(Person person) {
    return person.key(UUID.randomUUID().toString());
  }

  /** A resident's own passbook; its id. */
  public String opened(String resident) {
    return once(as(resident))
        .post(
            "/bank/accounts",
            Map.of(
                "holder",
                Map.of("name", "王小一"),
                "kind",
                "person",
                "division",
                resident.substring(resident.indexOf('@') + 1).split("/")[0]))
        .created()
        .id();
  }

  /** Fills the community's pool and grants from it. */
  public void granted(String account, long minutes) {
    funded(COMMUNITY, minutes);
    long left = minutes;
    while (left > 0) {
      long one = Math.min(left, 600);
      once(as("bank-clerk@" + COMMUNITY))
          .post(
              "/bank/accounts/" + account + "/grants",
              "unit",
              "minutes",
              "amount",
              one,
              "evidence",
              "独居老人")
          .ok();
      left -= one;
    }
  }

  public void funded(String division, long minutes) {
    once(as("street-officer@" + division.substring(0, 9)))
        .post(
            "/bank/accounts/pool-" + division + "/grants",
            "unit",
            "minutes",
            "amount",
            minutes,
            "evidence",
            "公益金")
        .ok();
  }
}
