package cn.linli.timebank.volunteering;

import static cn.linli.timebank.Server.COMMUNITY;
import static cn.linli.timebank.Server.once;
import static cn.linli.timebank.volunteering.Acts.CLERK;
import static cn.linli.timebank.volunteering.Acts.ago;
import static cn.linli.timebank.volunteering.Acts.resident;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Reply;
import cn.linli.timebank.Server;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Promises made on a passbook are kept or ended before it is joined into another. */
class JoiningPromisesOverHttpTest {

  private static Server server;
  private static Acts acts;

  @BeforeAll
  static void start() {
    server = new Server("bank-joining-promises");
    acts = new Acts(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Reply asks(String one, String into) {
    return once(server.as("bank-clerk@" + COMMUNITY + "/one"))
        .post("/bank/accounts/" + one + "/join", "into", into, "evidence", "同一人");
  }

  private static Reply confirms(String one) {
    return once(server.as("bank-clerk@" + COMMUNITY + "/two"))
        .post("/bank/accounts/" + one + "/join/confirm");
  }

  private static void refused(Reply reply, String... kinds) {
    reply.refused("engagements-open");
    assertThat(reply.at("details.kinds").valueStream().map(it -> it.asString()).toList())
        .containsExactly(kinds);
  }

  @Test
  void each_kind_of_promise_is_named_until_it_has_ended() {
    String one = acts.account("he");
    String own = acts.account("he-again");
    String elder = acts.account("lonely");
    server.granted(elder, 60);
    String activity = "/activities/" + acts.published("greenery").created().id();
    acts.post(resident("he"), activity + "/sign-up", "account", one).ok();
    String project =
        "/projects/"
            + acts.post(
                    CLERK,
                    "/projects",
                    "division",
                    COMMUNITY,
                    "title",
                    "清理",
                    "words",
                    "三号楼",
                    "service",
                    "corridor-cleaning")
                .created()
                .id();
    acts.post(resident("he"), project + "/claim", "kind", "account", "claimant", one).ok();
    String offer =
        "/offers/"
            + acts.post(resident("he"), "/offers", "account", one, "services", List.of("outing"))
                .created()
                .id();
    String wish = need("he", one);
    String need = need("lonely", elder);
    acts.post(CLERK, "/needs/" + need + "/audit").ok();
    refused(asks(one, own), "activities", "needs", "offers", "projects");
    acts.post(resident("he"), activity + "/withdraw", "account", one).ok();
    acts.post(resident("he"), project + "/release").ok();
    acts.post(resident("he"), offer + "/withdraw").ok();
    acts.post(resident("he"), "/needs/" + wish + "/withdraw").ok();
    asks(one, own).ok().has("joining", own);

    String match =
        "/matches/"
            + acts.post(resident("he"), "/matches", "need", need, "provider", one).created().id();
    refused(confirms(one), "matches");
    acts.post(resident("lonely"), match + "/agree").ok().has("status", "agreed");
    refused(confirms(one), "matches");
    acts.post(resident("he"), match + "/cancel").ok();
    String second = "/activities/" + acts.published("greenery").created().id();
    acts.served(second, "he", one, 120, 60);
    refused(confirms(one), "activities");
    acts.post(CLERK, second + "/confirm", "account", one, "minutes", 60).ok();
    confirms(one).ok().has("status", "closed");
    assertThat(acts.minutes("he-again", own)).isEqualTo(60);
  }

  private static String need(String name, String account) {
    return acts.post(
            resident(name),
            "/needs",
            "account",
            account,
            "service",
            "outing",
            "minutes",
            60,
            "until",
            ago(-3_000).toString(),
            "words",
            "陪同复查")
        .created()
        .id();
  }

  @Test
  void who_wears_two_wristbands_hands_one_back_first() {
    String one = acts.account("shen");
    String own = acts.account("shen-again");
    String clerk = "bank-clerk@" + COMMUNITY;
    acts.post(clerk, "/wristbands", "code", "SHEN-1", "account", one).created();
    acts.post(clerk, "/wristbands", "code", "SHEN-2", "account", own).created();
    refused(asks(one, own), "wristbands");
    acts.post(clerk, "/wristbands/SHEN-2/unbind").ok();
    asks(one, own).ok();
    confirms(one).ok();
    acts.get(clerk, "/wristbands/SHEN-1").ok().has("account", own, "worn", true);
  }
}
