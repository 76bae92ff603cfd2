package cn.linli.mediation;

import static cn.linli.mediation.Disputes.neighbours;
import static cn.linli.mediation.Disputes.owners;
import static cn.linli.mediation.Disputes.recorded;
import static cn.linli.mediation.Server.json;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.testing.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From the words of an agreement to its performance: over HTTP, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementsOverHttpTest {

  private static final String SECRET = "赔偿款分两期支付，先付五百元";

  private Server server;
  private Person filer;
  private Person mediator;
  private Person head;

  @BeforeAll
  void start() {
    server = new Server("agreements", Clock.systemUTC());
    filer = server.as("resident@370602003006/zhang");
    mediator = server.as("mediator@370602003006/wang");
    head = server.as("committee-head@370602003006");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private String journal() {
    var lines = new StringBuilder();
    server
        .database()
        .getCollection("journal")
        .find()
        .forEach(document -> lines.append(document.toJson()).append('\n'));
    return lines.toString();
  }

  /** Accepted, and every party but the filer is on record with its consent. */
  private String mediating(Map<String, Object> filing, int parties) {
    String path = "/disputes/" + filer.post("/disputes", filing).created().id();
    mediator.post(path + "/accept").ok();
    for (int i = 2; i <= parties; i++) {
      mediator
          .post(
              path + "/consent",
              json("given", true, "party", "p" + i, "recordedOnBehalf", recorded()))
          .ok();
    }
    mediator.get(path).ok().has("status", "mediating");
    return path;
  }

  private static String due() {
    return LocalDate.now(WorkCalendar.ZONE).plusDays(60).toString();
  }

  private static Map<String, Object> item(String obligor, String obligee) {
    return json(
        "obligor",
        obligor,
        "obligee",
        obligee,
        "content",
        SECRET,
        "amountFen",
        90_000,
        "manner",
        "转账",
        "due",
        due());
  }

  private static Map<String, Object> agreement(Object... items) {
    return json(
        "form",
        "written",
        "facts",
        "卫生间漏水致天花板受损",
        "issues",
        "赔偿数额",
        "responsibilities",
        List.of("李四负全部责任"),
        "items",
        List.of(items));
  }

  private static Map<String, Object> onRecord(String party) {
    return json("party", party, "manner", "fingerprint", "recordedOnBehalf", recorded());
  }

  @Test
  void a_written_agreement_is_signed_sealed_confirmed_and_performed() {
    String path = mediating(neighbours(), 2);
    var drafted = mediator.post(path + "/agreement", agreement(item("p2", "p1"))).ok();
    drafted.has(
        "status", "agreed",
        "agreements[0].state", "drafted",
        "agreements[0].facts", "卫生间漏水致天花板受损",
        "agreements[0].responsibilities[0]", "李四负全部责任",
        "agreements[0].obligations[0].content", SECRET,
        "agreements[0].obligations[0].amountFen", 90_000,
        "agreements[0].amountBand", "up-to-1000",
        "agreements[0].missing[0]", "party-signature-missing",
        "agreements[0].missing[2]", "committee-seal-missing");
    String a = path + "/agreements/" + drafted.text("agreements[0].id");

    filer.post(path + "/obligations/o1/perform").problem(422, "party-signature-missing");
    filer.post(a + "/sign").ok().has("agreements[0].signatures[0].party", "p1");
    filer.post(a + "/sign").problem(422, "already-signed");
    filer.post(a + "/sign", json("party", "p2")).problem(403, "not-yourself");
    filer.post(a + "/sign", onRecord("p2")).problem(422, "not-the-mediators");
    mediator.post(a + "/seal").problem(403, "wrong-role");
    mediator.post(a + "/sign", onRecord("p2")).ok();
    head.post(a + "/seal").ok().has("agreements[0].missing[0]", "mediator-signature-missing");
    var effective = mediator.post(a + "/sign").ok();
    effective.has(
        "status", "effective",
        "claims[0].status", "settled",
        "agreements[0].state", "effective",
        "agreements[0].signatures[1].manner", "fingerprint");
    assertThat(effective.text("agreements[0].effectiveAt")).isNotBlank();
    assertThat(effective.text("agreements[0].confirmableUntil")).isNotBlank();

    var court = json("court", "芝罘区人民法院");
    filer
        .post(a + "/confirmation/apply", court)
        .ok()
        .has("agreements[0].confirmation.state", "joining");
    mediator
        .post(a + "/confirmation/decide", json("confirmed", true))
        .problem(422, "not-jointly-applied");
    mediator
        .post(
            a + "/confirmation/apply",
            json("court", "莱山区人民法院", "party", "p2", "recordedOnBehalf", recorded()))
        .problem(422, "another-court");
    mediator
        .post(
            a + "/confirmation/apply",
            json("court", "芝罘区人民法院", "party", "p2", "recordedOnBehalf", recorded()))
        .ok()
        .has("agreements[0].confirmation.state", "applied");
    server
        .as("justice-officer@370602")
        .post(a + "/confirmation/decide", json("confirmed", true, "caseNumber", "（2026）鲁0602民特1号"))
        .ok()
        .has(
            "agreements[0].confirmation.state", "confirmed",
            "agreements[0].confirmation.court", "芝罘区人民法院",
            "agreements[0].confirmation.caseNumber", "（2026）鲁0602民特1号");

    mediator.post(path + "/obligations/o1/miss").problem(422, "not-due-yet");
    filer
        .post(path + "/obligations/o1/perform", json("note", "收条"))
        .ok()
        .has(
            "status", "performed",
            "agreements[0].state", "performed",
            "agreements[0].obligations[0].state", "performed",
            "agreements[0].obligations[0].note", "收条");
    mediator
        .post(path + "/return-visit", json("performed", "yes", "satisfied", true, "note", "已付清"))
        .ok()
        .has("agreements[0].visits[0].note", "已付清");
    head.post(path + "/close").ok().has("status", "closed");
    assertThat(journal())
        .as("words and exact amounts stay in the vault")
        .doesNotContain(SECRET, "90000", "卫生间", "法院", "收条", "已付清");
  }

  @Test
  void what_an_agreement_lacks_is_refused_with_its_code() {
    String path = mediating(neighbours(), 2);
    for (var lack :
        Map.of(
                "facts", "agreement-facts-missing",
                "issues", "agreement-issues-missing",
                "items", "agreement-items-missing")
            .entrySet()) {
      var words = agreement(item("p2", "p1"));
      words.remove(lack.getKey());
      mediator.post(path + "/agreement", words).problem(422, lack.getValue());
    }
    for (var lack :
        Map.of(
                "obligor", "agreement-parties-missing",
                "content", "agreement-content-missing",
                "manner", "agreement-manner-missing",
                "due", "agreement-due-missing")
            .entrySet()) {
      var item = item("p2", "p1");
      item.remove(lack.getKey());
      mediator.post(path + "/agreement", agreement(item)).problem(422, lack.getValue());
    }
    var item = item("p2", "p1");
    item.put("due", "soon");
    mediator.post(path + "/agreement", agreement(item)).status(400);
    filer.post(path + "/agreement", agreement(item("p2", "p1"))).problem(403, "wrong-role");
  }

  @Test
  void an_oral_agreement_binds_at_once_and_no_court_confirms_it() {
    String path = mediating(neighbours(), 2);
    var words = agreement(item("p2", "p1"));
    words.put("form", "oral");
    var oral = mediator.post(path + "/agreement", words).ok();
    oral.has("status", "effective", "agreements[0].form", "oral");
    filer
        .post(
            path + "/agreements/" + oral.text("agreements[0].id") + "/confirmation/apply",
            json("court", "芝罘区人民法院"))
        .problem(422, "oral-not-confirmable");
  }

  @Test
  void some_of_the_owners_agree_and_the_others_go_on() {
    String path = mediating(owners(4), 5);
    var items = new ArrayList<Object>();
    for (int i = 1; i <= 3; i++) {
      items.add(item("p5", "p" + i));
    }
    var words = agreement(items.toArray());
    words.put("partial", true);
    var drafted = mediator.post(path + "/agreement", words).ok();
    drafted.has("status", "mediating", "agreements[0].claims[2]", "c3");
    String a = path + "/agreements/" + drafted.text("agreements[0].id");
    for (String party : List.of("p1", "p2", "p3", "p5")) {
      mediator.post(a + "/sign", onRecord(party)).ok();
    }
    mediator.post(a + "/sign", onRecord("p4")).problem(422, "not-bound");
    mediator.post(a + "/sign").ok();
    head.post(a + "/seal")
        .ok()
        .has(
            "status", "mediating",
            "claims[0].status", "settled",
            "claims[3].status", "open",
            "agreements[0].state", "effective");
  }

  @Test
  void who_is_not_bound_sees_that_there_is_one_and_no_word_of_it() {
    String path = mediating(owners(2), 3);
    var code = mediator.post(path + "/parties/p2/code").ok().text("code");
    var unbound = server.as("resident@370602003006/neighbour");
    unbound.post(path + "/join", json("code", code)).ok();
    var words = agreement(item("p3", "p1"));
    words.put("partial", true);
    mediator.post(path + "/agreement", words).ok();

    var seen = unbound.get(path).ok();
    seen.has("agreements[0].state", "drafted", "agreements[0].binds[0]", "p1");
    assertThat(seen.toString()).doesNotContain(SECRET, "卫生间漏水致天花板受损", "赔偿数额", "李四负全部责任");
    assertThat(seen.at("agreements[0].obligations").size()).isZero();
    assertThat(seen.at("agreements[0].amountBand").isNull()).isTrue();
    filer.get(path).ok().has("agreements[0].obligations[0].content", SECRET);
    head.get(path).ok().has("agreements[0].obligations[0].content", SECRET);
  }
}
