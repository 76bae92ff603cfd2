package cn.linli.mediation;

import static cn.linli.testing.ServiceUnderTest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.testing.MailHouse;
import cn.linli.testing.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Parties are told by mail, once each, and say that they read it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesOverHttpTest {

  private static final Duration SENT_WITHIN = Duration.ofSeconds(20);
  private static final String ONE = "13700000001";
  private static final String OTHER = "13700000002";

  private final MailHouse mail = new MailHouse();
  private Server server;
  private Person filer;
  private Person mediator;

  @BeforeAll
  void start() {
    server =
        new Server(
            "disputenotices",
            Clock.systemUTC(),
            "linli.notices.sender=smtp",
            "linli.notices.pause=100ms",
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=" + mail.port());
    filer = server.as("resident@370602003006/zhang");
    mediator = server.as("mediator@370602003006/wang");
  }

  @AfterAll
  void stop() {
    server.close();
    mail.close();
  }

  private List<String> letters(String phone, int count) {
    await().atMost(SENT_WITHIN).until(() -> mail.lettersTo(phone).size() >= count);
    return mail.lettersTo(phone);
  }

  private void told(String path, String about, String party, String state) {
    await()
        .atMost(SENT_WITHIN)
        .untilAsserted(() ->
            assertThat(mediator.get(path).ok().at("notices").valueStream())
                .anyMatch(it ->
                    it.path("about").asString().equals(about)
                        && it.path("party").asString().equals(party)
                        && it.path("state").asString().equals(state)));
  }

  @Test
  void consent_session_and_remedies_reach_each_party_once() {
    var filing = Disputes.neighbours();
    filing.put(
        "parties",
        List.of(
            json("name", "张三", "role", "applicant", "phone", ONE),
            json("name", "李四", "role", "respondent", "phone", OTHER)));
    var id = filer.post("/disputes", filing).created().id();
    var path = "/disputes/" + id;
    mediator.post(path + "/accept").ok();
    assertThat(letters(OTHER, 1).getFirst())
        .contains(id + "/consent-1@linli")
        .as("nothing of the matter")
        .doesNotContain("漏水");
    told(path, "consent", "p2", "sent");
    assertThat(mail.lettersTo(ONE)).as("who filed has consented").isEmpty();

    var code = mediator.post(path + "/parties/p2/code").ok().text("code");
    var other = server.as("resident@370602003006/li");
    other.post(path + "/join", "code", code).ok();
    filer.post(path + "/notices/consent-1/read").problem(404, "not-found");
    server
        .as("integrator@370611/carrier")
        .post(path + "/notices/consent-1/delivered")
        .problem(404, "not-found");
    server.as("integrator@370602/carrier").post(path + "/notices/consent-1/delivered").ok();
    told(path, "consent", "p2", "delivered");
    other
        .post(path + "/notices/consent-1/read")
        .ok()
        .has("notices[0].state", "read", "notices[0].about", "consent");
    other.post(path + "/notices/consent-1/read").refused("already-told");
    other.post(path + "/consent", "given", true).ok().has("status", "mediating");

    mediator
        .post(path + "/session", json("at", "2030-01-07T09:00:00+08:00", "venue", "红色议事厅"))
        .ok();
    letters(ONE, 1);
    letters(OTHER, 2);
    told(path, "session", "p1", "sent");
    told(path, "session", "p2", "sent");
    assertThat(filer.get(path).ok().at("notices").findValuesAsString("party")).containsOnly("p1");

    mediator.post(path + "/fail", "reason", "no-agreement").ok().has("status", "failed");
    letters(ONE, 2);
    letters(OTHER, 3);
    told(path, "remedies", "p1", "sent");
    told(path, "remedies", "p2", "sent");
    assertThat(mail.lettersTo(ONE)).hasSize(2);
    assertThat(mail.lettersTo(OTHER)).hasSize(3);
    assertThat(server.journal("d:" + id).toString())
        .contains("NoticeSent", "NoticeDelivered", "NoticeRead")
        .doesNotContain(ONE, OTHER);
  }

  @Test
  void who_has_no_number_is_told_by_other_means() {
    var path = "/disputes/" + filer.post("/disputes", Disputes.neighbours()).created().id();
    mediator.post(path + "/accept").ok();
    told(path, "consent", "p2", "failed");
    mediator.get(path).ok().has("notices[0].failure", "no-number", "notices[0].attempts", 1);
  }
}
