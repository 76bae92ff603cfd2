package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static cn.linli.timebank.Bank.THERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.timebank.CertificateEvent.CertificateAsked;
import cn.linli.events.timebank.CertificateFiling;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import cn.linli.timebank.domain.certificates.Certification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A certificate hangs before it is issued; a record is free and at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificatesOverHttpTest {

  private static final String ASKING = "/bank/certificate-requests";
  private static final String WHY = "他那天不在社区";
  private static final String ANSWER = "查了签到表,确实来过";

  private Bank bank;
  private int people;

  @BeforeAll
  void start() {
    bank = new Bank(new Server("certificates"));
    bank.community(HERE);
  }

  @AfterAll
  void stop() {
    bank.close();
  }

  /** Somebody who worked 40 minutes for a neighbour; the passbook. */
  private String volunteer(String name) {
    String elderName = "elder-" + ++people;
    String elder = bank.account(HERE, elderName, "minutes", 100);
    String helper = bank.account(HERE, name);
    BankPapersOverHttpTest.serve(bank, elderName, elder, helper);
    return helper;
  }

  private Person resident(String name) {
    return bank.resident(HERE, name);
  }

  private Reply asked(String name, String account) {
    return resident(name).post(ASKING, "account", account).created();
  }

  private Map<String, Object> objection() {
    return Map.of("reason", WHY);
  }

  private static Map<String, Object> answer(int objection, boolean upheld) {
    return Map.of("objection", objection, "upheld", upheld, "reason", ANSWER);
  }

  private List<String> desk(String user) {
    return bank.server.as(user).get("/desk").ok().at("items").findValuesAsString("id");
  }

  @Test
  void it_hangs_without_the_full_name_and_is_no_paper_before_its_days_are_over() {
    String account = volunteer("陈小芳");
    Person holder = resident("陈小芳");
    Person same = holder.key("asked-once");
    Reply asked = same.post(ASKING, "account", account).created();
    same.post(ASKING, "account", account).created().has("id", asked.id());
    asked.has("status", "posted", "name", "陈小芳", "minutes", 40, "times", 1, "noticeDays", 7);
    assertThat(Instant.parse(asked.text("until"))).isAfter(Instant.now().plus(Duration.ofDays(7)));

    resident("陈小芳").post(ASKING, "account", account).refused("certificate-asked");
    Reply board = resident("reader").get("/bank/certificate-notices").ok();
    int hung = board.at("items").findValuesAsString("id").indexOf(asked.id());
    String item = "items[" + hung + "].";
    board.has(
        item + "name",
        "陈**",
        item + "number",
        asked.text("number"),
        item + "services[0].service",
        "repair",
        item + "objected",
        false);
    assertThat(board.toString()).doesNotContain(account, "陈小芳");
    assertThat(
            bank.server
                .as("resident@" + HERE + "001/grid")
                .get("/bank/certificate-notices")
                .ok()
                .toString())
        .contains(asked.id());
    bank.resident(THERE, "x")
        .get("/bank/certificate-notices?division=" + HERE)
        .problem(403, "out-of-scope");

    String path = ASKING + "/" + asked.id();
    assertThat(resident("reader").get(path).ok().toString()).doesNotContain(account, "陈小芳");
    bank.resident(THERE, "x").get(path).problem(404, "not-found");
    holder.get(path + "/certificate").refused("certificate-not-issued");
    holder.get(path + "/certificate.pdf").refused("certificate-not-issued");
    resident("reader").get(path + "/certificate").problem(404, "not-found");
    holder.get("/bank/certificates/" + account).ok().has("kind", "record", "minutes", 40);
    assertThat(Pictures.text(holder.download("/bank/certificates/" + account + ".pdf").body()))
        .contains("志愿服务记录", "未经公示", "陈小芳")
        .doesNotContain("兹证明");
  }

  @Test
  void an_objection_waits_on_the_clerks_desk_and_whoever_is_right_ends_it() {
    String account = volunteer("吴大伟");
    Reply asked = asked("吴大伟", account);
    String path = ASKING + "/" + asked.id();
    bank.resident(THERE, "x").post(path + "/object", objection()).problem(403, "out-of-scope");
    resident("neighbour").post(path + "/object", objection()).ok().has("status", "objected");
    resident("neighbour").post(path + "/object", objection()).refused("already-objected");
    resident("other").post(path + "/object", objection()).ok();

    assertThat(desk("bank-clerk@" + HERE)).contains(asked.id());
    assertThat(desk("bank-clerk@" + THERE)).doesNotContain(asked.id());
    assertThat(desk("resident@" + HERE + "/吴大伟")).doesNotContain(asked.id());
    assertThat(resident("reader").get(path).ok().toString()).doesNotContain(WHY);
    bank.clerk(HERE)
        .get(path)
        .ok()
        .has("objections[0].reason", WHY, "objections[1].standing", "open");
    bank.clerk(THERE).post(path + "/answer", answer(1, false)).problem(403, "out-of-scope");
    resident("吴大伟").post(path + "/answer", answer(1, false)).problem(403, "wrong-role");
    bank.clerk(HERE).post(path + "/answer", answer(3, false)).problem(404, "not-found");

    bank.clerk(HERE)
        .post(path + "/answer", answer(1, false))
        .ok()
        .has("status", "objected", "objections[0].standing", "dismissed");
    bank.clerk(HERE).post(path + "/answer", answer(1, true)).refused("objection-answered");
    bank.clerk(HERE).post(path + "/answer", answer(2, true)).ok().has("status", "refused");

    assertThat(desk("bank-clerk@" + HERE)).doesNotContain(asked.id());
    resident("吴大伟").get(path).ok().has("objections[1].answer", ANSWER, "status", "refused");
    resident("reader").get(path).problem(404, "not-found");
    resident("third").post(path + "/object", objection()).refused("no-notice-running");
    resident("吴大伟").get(path + "/certificate").refused("certificate-not-issued");
    assertThat(bank.server.journal("y:" + asked.id()).toString())
        .doesNotContain(WHY, ANSWER, "吴大伟");
    asked("吴大伟", account).has("status", "posted");
  }

  @Test
  void after_its_days_the_clock_issues_it_and_it_can_be_checked_while_it_is_true()
      throws Exception {
    String account = volunteer("郑小梅");
    String id = hungLongAgo(asked("郑小梅", account).id());
    String path = ASKING + "/" + id;
    Person holder = resident("郑小梅");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> holder.get(path).ok().has("status", "issued"));

    Reply told = holder.get(path + "/certificate").ok().has("kind", "certificate", "minutes", 40);
    assertThat(BankPapersOverHttpTest.verifies(told)).isTrue();
    assertThat(told.text("text")).startsWith("linli-certificate/2\n").contains("郑小梅");
    byte[] pdf = holder.download(path + "/certificate.pdf").body();
    assertThat(Pictures.text(pdf))
        .contains("志愿服务记录证明", "郑小梅", "0小时40分", "公示")
        .doesNotContain(Pictures.LACKING);
    assertThat(bank.clerk(HERE).get(path + "/certificate").ok().text("text")).doesNotContain("郑小梅");
    bank.clerk(THERE).get(path + "/certificate").problem(403, "out-of-scope");
    assertThat(resident("reader").get("/bank/certificate-notices").ok().toString())
        .doesNotContain(id);
    Reply all = holder.get(ASKING + "?account=" + account).ok();
    assertThat(all.at("items").findValuesAsString("id")).contains(id);

    String line = account + "-m-1";
    bank.clerk(HERE).post("/bank/entries/" + line + "/reverse", "reason", "记错了").created();
    Bank.once(bank.server.as("bank-clerk@" + HERE + "/second"))
        .post("/bank/reversals/" + line + "/confirm", Map.of())
        .ok();
    holder.get(path + "/certificate").refused("certificate-overtaken");
  }

  @Test
  void a_clerk_asks_for_somebody_with_evidence_and_only_for_persons_who_served() {
    String account = volunteer("孙大爷");
    bank.clerk(HERE).post(ASKING, "account", account).problem(403, "not-yourself");
    resident("nosy").post(ASKING, "account", account).problem(404, "not-found");
    Map<String, Object> recorded =
        Map.of("account", account, "recordedOnBehalf", Map.of("evidence", "本人书面申请"));
    bank.clerk(THERE).post(ASKING, recorded).problem(403, "out-of-scope");
    Reply asked = bank.clerk(HERE).post(ASKING, recorded).created().has("name", "孙**");
    assertThat(bank.server.journal("y:" + asked.id()).toString()).doesNotContain("本人书面申请");
    String idle = bank.account(HERE, "idle");
    resident("idle").post(ASKING, "account", idle).refused("no-service-yet");
    String home =
        resident("home")
            .post(
                "/bank/accounts",
                "holder",
                Map.of("name", "家"),
                "kind",
                "household",
                "division",
                HERE)
            .created()
            .id();
    resident("home").post(ASKING, "account", home).refused("certificate-for-persons");
  }

  /** The same certificate once more, hung so long ago that its days are over. */
  private String hungLongAgo(String id) {
    var from = new StreamId("y", id);
    var to = new StreamId("y", new StringBuilder(id).reverse().toString());
    var command =
        new Command(
            to + "/hung",
            true,
            "hash",
            List.of(to, from),
            null,
            "resident@37#test",
            "thread",
            "cause",
            200,
            List.of(),
            streams ->
                new Verdict.Accept(
                    List.of(
                        new Change(
                            to,
                            List.of(longAgo(streams.state(from, Certification.class).filed()))))));
    assertThat(bank.server.bean(CommandGate.class).submit(command).join())
        .isInstanceOf(Outcome.Done.class);
    return to.key();
  }

  private static CertificateAsked longAgo(CertificateFiling it) {
    return new CertificateAsked(
        new CertificateFiling(
            it.account(),
            it.division(),
            it.number(),
            it.asOf(),
            it.services(),
            it.noticeDays(),
            Instant.now().minus(Duration.ofDays(1))),
        null);
  }
}
