package cn.linli.petition;

import static cn.linli.petition.LifeOverHttpTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.testing.MailHouse;
import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Petitioners are told by mail, once, and say that they read it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesOverHttpTest {

  private static final String COMMUNITY = "370602003006";
  private static final Duration SENT_WITHIN = Duration.ofSeconds(15);

  private MailHouse mail;
  private Map<String, String> settings;
  private Server server;
  private Person clerk;
  private Person desk;

  @BeforeAll
  void start() {
    mail = new MailHouse();
    settings =
        Map.of(
            "linli.notices.sender", "smtp",
            "linli.notices.pause", "100ms",
            "spring.mail.host", "127.0.0.1",
            "spring.mail.port", "" + mail.port());
    settings.forEach(System::setProperty);
    server = new Server("noticesoverhttp", Clock.systemUTC());
    clerk = server.as("community-clerk@" + COMMUNITY);
    desk = server.as("hotline-operator@370602");
  }

  @AfterAll
  void stop() {
    settings.keySet().forEach(System::clearProperty);
    server.close();
    mail.close();
  }

  private Reply file(String phone) {
    var body = request("petitioner", Server.json("name", "张小三", "phone", phone));
    body.put("division", COMMUNITY);
    return desk.post("/petitions", body).created();
  }

  private String state(String id) {
    return clerk.get("/petitions/" + id).ok().text("notices[0].state");
  }

  private List<String> letters(String phone, int count) {
    await().atMost(SENT_WITHIN).until(() -> mail.lettersTo(phone).size() >= count);
    return mail.lettersTo(phone);
  }

  @Test
  void what_happens_is_told_once_and_marked_sent_delivered_and_read() {
    var filed = file("13800138001");
    String path = "/petitions/" + filed.id();
    clerk.post(path + "/accept").ok();
    String first = letters("13800138001", 1).getFirst();
    assertThat(first)
        .contains("<13800138001@139.com>")
        .contains(filed.id() + "/acceptance-1@linli");
    assertThat(first).as("nothing of the matter").doesNotContain("停暖");
    await().atMost(SENT_WITHIN).until(() -> state(filed.id()).equals("sent"));
    desk.post(path + "/notices/acceptance-1/delivered").ok().has("notices[0].state", "delivered");
    var code = "/tracking/" + filed.text("trackingCode");
    server.nobody().post(code + "/notices/acceptance-1/read").ok().has("notices[0].state", "read");
    clerk.post(path + "/notices/acceptance-1/read").refused("not-your-petition");
    clerk.post(path + "/resolve", "result", "已处理", "outcome", "solved").ok();
    assertThat(letters("13800138001", 2).get(1)).contains(filed.id() + "/answer-2@linli");
    await()
        .atMost(SENT_WITHIN)
        .until(() -> clerk.get(path).text("notices[1].state").equals("sent"));
    assertThat(clerk.get(path + "/history").ok().toString())
        .contains("notice-sent")
        .contains("notice-read")
        .doesNotContain("13800138001");
    assertThat(mail.lettersTo("13800138001")).hasSize(2);
  }

  @Test
  void a_mailbox_that_is_not_there_is_tried_again_and_a_number_that_is_none_is_listed() {
    var refused = file("13800000550");
    clerk.post("/petitions/" + refused.id() + "/accept").ok();
    await()
        .atMost(SENT_WITHIN)
        .until(() ->
            clerk
                .get("/petitions/" + refused.id())
                .text("notices[0].failure")
                .equals("mail-not-taken"));
    clerk
        .get("/petitions/" + refused.id())
        .ok()
        .has("notices[0].state", "waiting", "notices[0].attempts", 1);
    var none = file("没有电话");
    clerk.post("/petitions/" + none.id() + "/accept").ok();
    await().atMost(SENT_WITHIN).until(() -> state(none.id()).equals("failed"));
    assertThat(clerk.get("/notices/failed").ok().at("items").findValuesAsString("id"))
        .contains(none.id())
        .doesNotContain(refused.id());
    clerk.get("/notices/failed").ok().has("items[0].failure", "no-number");
    server.as("resident@" + COMMUNITY + "/x").get("/notices/failed").problem(403, "wrong-role");
  }

  @Test
  void the_answer_to_one_is_told_to_each_of_its_cluster() {
    var main = file("13800138011");
    var merged = file("13800138012");
    clerk.post("/petitions/" + merged.id() + "/merge", "into", main.id()).ok();
    clerk.post("/petitions/" + main.id() + "/resolve", "result", "已处理", "outcome", "solved").ok();
    assertThat(letters("13800138011", 1).getFirst()).contains(main.id() + "/answer-2@linli");
    assertThat(letters("13800138012", 1).getFirst()).contains(merged.id() + "/answer-1@linli");
    await().atMost(SENT_WITHIN).until(() -> state(merged.id()).equals("sent"));
    assertThat(mail.lettersTo("13800138012")).hasSize(1);
  }
}
