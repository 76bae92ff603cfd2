package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Volunteering.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A certificate of voluntary service hangs for seven days; the record of it is free and at once.
 */
class CertificateScenario {

  private static final String DAHAIYANG = "370602003006";
  private static final String ASKING = "/certificate-requests";

  private final Volunteering place = new Volunteering(DAHAIYANG);
  private final Person clerk = as("bank-clerk@" + DAHAIYANG);

  @Test
  void neighbours_read_it_object_and_the_community_answers() {
    String account = place.account("certified");
    place.gave(place.published(place.clerk(), "culture", "周末读书"), "certified", account, 30);
    Person volunteer = place.resident("certified");
    volunteer
        .get("/bank/certificates/" + account)
        .ok()
        .has("kind", "record", "minutes", 30, "times", 1);

    Reply asked = post(volunteer, ASKING, "account", account).created();
    asked.has("status", "posted", "minutes", 30, "name", "王小一", "noticeDays", 7);
    assertThat(Instant.parse(asked.text("until"))).isAfter(Instant.now().plus(Duration.ofDays(7)));
    var board = place.resident("reader").get("/bank/certificate-notices").ok();
    assertThat(board.at("items").findValuesAsString("id")).contains(asked.id());
    assertThat(board.toString()).doesNotContain("王小一", account);
    String path = ASKING + "/" + asked.id();
    volunteer.get("/bank" + path + "/certificate").refused("certificate-not-issued");

    post(as("resident@370602003005/far"), path + "/object", "reason", "没见过他")
        .problem(403, "out-of-scope");
    post(place.resident("reader"), path + "/object", "reason", "那天他不在").ok();
    assertThat(desk()).contains(asked.id());
    post(volunteer, path + "/answer", "objection", 1, "upheld", false, "reason", "在")
        .problem(403, "wrong-role");
    post(clerk, path + "/answer", "objection", 1, "upheld", false, "reason", "签到表上有")
        .ok()
        .has("status", "posted", "objections[0].standing", "dismissed");
    assertThat(desk()).doesNotContain(asked.id());
    volunteer.get("/bank" + path).ok().has("objections[0].answer", "签到表上有");
    var seen = place.resident("reader").get("/bank" + path).ok();
    assertThat(seen.toString()).doesNotContain("那天他不在", "签到表上有", account);
  }

  private List<String> desk() {
    return clerk.get("/desk").ok().at("items").findValuesAsString("id");
  }
}
