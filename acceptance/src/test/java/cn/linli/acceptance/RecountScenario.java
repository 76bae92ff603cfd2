package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.petitioner;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.linli.local.LocalServers;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The three rates with what they leave out, contacts and matters, whistles, deliberations, disputes
 * and the time bank: what the views show of any day on any tier is what an independent script
 * counts in the exported journals, whatever other scenarios did before or do meanwhile.
 */
class RecountScenario {

  private static final String COMMUNITY = "370602003006";

  /** The month of what scenarios do now, and some of the imported history's hundred. */
  private static final int MONTHS = 4;

  private static final Duration VIEWS_LAG = Duration.ofSeconds(90);

  private final Person desk = as("hotline-operator@370602/recount");
  private final Person clerk = as("community-clerk@" + COMMUNITY);

  @Test
  void views_equal_an_independent_recount_of_the_journal() throws Exception {
    assumeTrue(PlatformUnderTest.get().isOurs(), "the journal of a platform that is not ours");
    assumeTrue(hasPython(), "python3 is not here; recount_journal.py needs it");
    var said = answered("13700000001");
    desk.post(said + "/visit", word(true, true, 5)).ok();
    var unsaid = answered("13700000002");
    desk.post(unsaid + "/visit", word("partly", false, 2)).ok();
    var again = answered("13700000003");
    desk.post(again + "/visit", word(false, false, 1)).ok();
    desk.post(again + "/reopen", json("reason", "没有解决")).ok();
    var main = filed("13700000004");
    var merged = filed("13700000005");
    clerk.post(merged + "/merge", json("into", id(main))).ok();
    var back = filed("13700000006");
    clerk.post(back + "/merge", json("into", id(main))).ok();
    clerk.post(back + "/unmerge").ok();
    var turnedAway = filed("13700000007");
    desk.post(
            turnedAway + "/reject",
            json("code", "out-of-duty", "reason", "属供热公司", "rightChannel", "heating-company"))
        .ok();

    disputes();
    served();

    await()
        .atMost(VIEWS_LAG)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> {
          var journal = export();
          for (String city : cities()) {
            assertThat(recount(journal, city)).contains(" 0 figures differ");
          }
          assertThat(recount(journal, "3706"))
              .doesNotContain("\n0 days")
              .doesNotStartWith("0 days");
        });
  }

  /** One is agreed on by word of mouth and done, one is refused, one goes on. */
  private static void disputes() {
    var filer = as("resident@" + COMMUNITY + "/recount");
    var mediator = as("mediator@" + COMMUNITY + "/recount");
    var agreed =
        "/disputes/" + filer.post("/disputes", Disputes.neighbours(COMMUNITY)).created().id();
    mediator.post(agreed + "/accept").ok();
    mediator.post(agreed + "/consent", Disputes.consent("p2", true)).ok();
    var item =
        json(
            "obligor",
            "p2",
            "obligee",
            "p1",
            "content",
            "赔偿损失",
            "manner",
            "当场支付",
            "due",
            LocalDate.now().plusDays(3).toString());
    mediator
        .post(
            agreed + "/agreement",
            json("form", "oral", "facts", "漏水", "issues", "赔偿数额", "items", List.of(item)))
        .ok()
        .has("status", "effective");
    filer.post(agreed + "/obligations/o1/perform").ok().has("status", "performed");
    var refused =
        "/disputes/" + filer.post("/disputes", Disputes.neighbours(COMMUNITY)).created().id();
    mediator.post(refused + "/accept").ok();
    mediator.post(refused + "/consent", Disputes.consent("p2", false)).ok();
    filer.post("/disputes", Disputes.neighbours(COMMUNITY)).created();
  }

  /** Twice in a month for the community and once for a neighbour: one active volunteer. */
  private static void served() {
    var place = new Volunteering(COMMUNITY);
    var giver = place.account("recount-giver");
    var elder = place.account("recount-elder");
    place.gave(place.published(place.clerk(), "greenery", "浇水"), "recount-elder", elder, 40);
    place.exchanged("recount-giver", giver, "recount-elder", elder, 20);
    place.gave(place.published(place.clerk(), "greenery", "除草"), "recount-giver", giver, 30);
  }

  private String filed(String phone) {
    return "/petitions/"
        + desk.post(
                "/petitions",
                request("sanitation", COMMUNITY, "petitioner", petitioner("钱先生", phone)))
            .created()
            .id();
  }

  private String answered(String phone) {
    String path = filed(phone);
    clerk.post(path + "/resolve", json("result", "已处理", "outcome", "solved")).ok();
    return path;
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Map<String, Object> word(Object resolved, boolean satisfied, int grade) {
    return json(
        "reached",
        true,
        "contacted",
        satisfied,
        "resolved",
        resolved,
        "satisfied",
        satisfied,
        "grade",
        grade);
  }

  /** One line for each document, as any export of the collections has it. */
  private static Path export() throws IOException {
    var lines = new ArrayList<String>();
    export("petition", "^petition:", lines);
    export("mediation", "^d:", lines);
    export("timebank", "^[av]:", lines);
    return Files.write(Path.of("target", "journal.ndjson"), lines);
  }

  private static void export(String service, String streams, List<String> lines) {
    LocalServers.mongo()
        .client()
        .getDatabase(service)
        .getCollection("journal")
        .find(Filters.regex("s", streams))
        .sort(Sorts.ascending("_id"))
        .forEach(document -> lines.add(document.toJson()));
  }

  /** Reference places that scenarios use. */
  private static List<String> cities() {
    return List.of("3706", "6202", "1502");
  }

  private static String recount(Path journal, String city)
      throws IOException, InterruptedException {
    var script =
        new ProcessBuilder(
                "python3",
                "recount_journal.py",
                journal.toString(),
                "--division",
                city,
                "--compare",
                PlatformUnderTest.get().gateway().toString(),
                "--token",
                Person.token("city-officer@" + city),
                "--months",
                "" + MONTHS)
            .redirectErrorStream(true)
            .start();
    var verdict = new String(script.getInputStream().readAllBytes());
    script.waitFor();
    return verdict;
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
