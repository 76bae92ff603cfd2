package cn.linli.acceptance;

import static cn.linli.acceptance.Kiosk.once;
import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.acceptance.Kiosk.Read;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bank of shared happiness with its wristbands (report R5, Dahaiyang). */
class WristbandScenario {

  private static final String DAHAIYANG = "370602003006";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Person clerk = as("bank-clerk@" + DAHAIYANG);
  private final Instant start =
      Instant.now().minus(Duration.ofHours(50)).truncatedTo(ChronoUnit.MINUTES);

  @Test
  @Mechanism("R5-13")
  void a_wristband_counts_the_time_and_the_cloud_keeps_it() {
    var volunteer = as("resident@" + DAHAIYANG + "/wristband-lin");
    String account =
        once(volunteer)
            .post(
                "/bank/accounts",
                json("holder", json("name", "林小平"), "kind", "person", "division", DAHAIYANG))
            .created()
            .id();
    Instant morning = Instant.now().minus(Duration.ofHours(48)).truncatedTo(ChronoUnit.MINUTES);
    once(clerk)
        .post(
            "/bank/wristbands",
            json(
                "code",
                "XF-2026-0007",
                "account",
                account,
                "since",
                morning.minus(Duration.ofHours(1)).toString()))
        .created()
        .has("worn", true);
    var door = new Kiosk("device@" + DAHAIYANG + "/door", "happiness-house", "elder-care");
    var hall = new Kiosk("device@" + DAHAIYANG + "/hall", "happiness-house", "elder-care");
    var came = new Read("XF-2026-0007", "check-in", morning, 1);
    var left = new Read("XF-2026-0007", "check-out", morning.plus(Duration.ofMinutes(95)), 2);

    door.send(List.of(left), door.sign(List.of(came))).refused("forged-signature");
    door.send(List.of(left)).ok().has("results[0].result", "accepted");
    hall.send(List.of(came)).ok().has("results[0].result", "accepted");
    door.send(List.of(left)).ok().has("results[0].result", "duplicate");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> volunteer.get("/bank/accounts/" + account).ok().has("minutes.posted", 95));
    volunteer
        .get("/bank/wristbands/XF-2026-0007")
        .ok()
        .has("sessions[0].minutes", 95, "sessions[0].service", "elder-care");
    var lines = volunteer.get("/bank/accounts/" + account + "/entries?unit=minutes").ok();
    lines.has("items[0].amount", 95, "items[0].reason", "service");
    assertThat(lines.body().toString()).doesNotContain("XF-2026", "happiness-house");
  }

  @Test
  @Mechanism("R5-13")
  void another_community_neither_binds_nor_reads_it() {
    var volunteer = as("resident@" + DAHAIYANG + "/wristband-song");
    String account =
        once(volunteer)
            .post(
                "/bank/accounts",
                json("holder", json("name", "宋小安"), "kind", "person", "division", DAHAIYANG))
            .created()
            .id();
    once(as("bank-clerk@370602003005"))
        .post("/bank/wristbands", json("code", "XF-2026-0008", "account", account))
        .problem(403, "out-of-scope");
    once(clerk)
        .post("/bank/wristbands", json("code", "XF-2026-0008", "account", account))
        .created();
    var foreign = new Kiosk("device@370602003005/door", "library", "reading");
    foreign
        .send(List.of(new Read("XF-2026-0008", "check-in", Instant.now().plusSeconds(1), 1)))
        .ok()
        .has("results[0].result", "refused", "results[0].code", "foreign-community");
  }

  @Test
  @Mechanism("R5-13")
  void a_session_nobody_ended_waits_on_the_clerks_desk_until_its_minutes_are_settled_once() {
    String account = worn("XF-2026-0009", "wristband-qiu", "邱大海");
    var kitchen = new Kiosk("device@" + DAHAIYANG + "/oven", "kitchen", "elder-care");
    Instant came = morning(0);
    kitchen.send(List.of(new Read("XF-2026-0009", "check-in", came, 1))).ok();

    String id = settled("XF-2026-0009", 1).getFirst();
    as("resident@" + DAHAIYANG + "/wristband-qiu")
        .get("/bank/accounts/" + account)
        .ok()
        .has("minutes.posted", 0);
    assertThat(desk(clerk)).contains(id);
    assertThat(desk(as("bank-clerk@370602003005"))).doesNotContain(id);
    assertThat(desk(as("community-clerk@" + DAHAIYANG))).doesNotContain(id);
    assertThat(clerk.get("/desk").ok().body().toString())
        .doesNotContain("邱大海", "XF-2026-0009", account);

    String path = "/bank/wristbands/XF-2026-0009/sessions/" + id;
    clerk.get(path).ok().has("flag", "open", "status", "open", "minutes", 0);
    var found =
        json("from", came.toString(), "until", came.plus(Duration.ofMinutes(70)).toString());
    once(clerk).post(path + "/resolve", found).problem(400, "invalid-fields");
    found.put("reason", "厨房记录为十点十分离开");
    var same = once(clerk);
    for (int i = 0; i < 3; i++) {
      same.post(path + "/resolve", found).ok().has("status", "counted", "credited", 70);
    }
    once(clerk).post(path + "/resolve", found).refused("session-resolved");

    assertThat(desk(clerk)).doesNotContain(id);
    var lines = clerk.get("/bank/accounts/" + account + "/entries?unit=minutes").ok();
    lines.has("items[0].amount", 70, "items[0].reason", "service");
    assertThat(lines.at("items").size()).isEqualTo(1);
  }

  @Test
  @Mechanism("R5-13")
  void two_places_at_once_are_worth_nothing_and_never_both() {
    String account = worn("XF-2026-0010", "wristband-gao", "高远");
    var kitchen = new Kiosk("device@" + DAHAIYANG + "/stove", "kitchen", "elder-care");
    var library = new Kiosk("device@" + DAHAIYANG + "/shelf", "library", "reading");
    kitchen.send(stay("XF-2026-0010", 0, 90)).ok();
    library.send(stay("XF-2026-0010", 45, 120)).ok();

    List<String> both = settled("XF-2026-0010", 2);
    assertThat(desk(clerk)).containsAll(both);
    clerk.get("/bank/accounts/" + account).ok().has("minutes.posted", 0);
    String path = "/bank/wristbands/XF-2026-0010/sessions/";
    once(clerk).post(path + both.getFirst() + "/resolve", counted(0, 90)).ok();
    once(clerk)
        .post(path + both.getLast() + "/resolve", counted(45, 120))
        .refused("overlapping-service");
    once(clerk)
        .post(path + both.getLast() + "/resolve", json("void", true, "reason", "手环借给了邻居"))
        .ok()
        .has("status", "void", "credited", 0);
    assertThat(desk(clerk)).doesNotContainAnyElementsOf(both);
    clerk.get("/bank/accounts/" + account).ok().has("minutes.posted", 90);
  }

  /** A passbook of their own and a wristband since the morning before yesterday. */
  private String worn(String code, String who, String name) {
    String account =
        once(as("resident@" + DAHAIYANG + "/" + who))
            .post(
                "/bank/accounts",
                json("holder", json("name", name), "kind", "person", "division", DAHAIYANG))
            .created()
            .id();
    once(clerk)
        .post(
            "/bank/wristbands",
            json("code", code, "account", account, "since", morning(-60).toString()))
        .created();
    return account;
  }

  /** Long enough ago that it is settled, the same in every call of a run. */
  private Instant morning(int minutes) {
    return start.plus(Duration.ofMinutes(minutes));
  }

  private List<Read> stay(String code, int from, int until) {
    return List.of(
        new Read(code, "check-in", morning(from), 1),
        new Read(code, "check-out", morning(until), 2));
  }

  private Map<String, Object> counted(int from, int until) {
    return json(
        "from", morning(from).toString(), "until", morning(until).toString(), "reason", "问过邻居");
  }

  /** Doubtful sessions of a wristband, once there are so many. */
  private List<String> settled(String code, int many) {
    var found = new ArrayList<String>();
    String band = clerk.get("/bank/wristbands/" + code).ok().id();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          found.clear();
          clerk
              .get("/bank/wristbands/sessions?division=" + DAHAIYANG)
              .ok()
              .at("items")
              .forEach(it -> {
                if (it.get("wristband").asString().equals(band)) {
                  found.add(it.get("id").asString());
                }
              });
          assertThat(found).hasSize(many);
        });
    return found;
  }

  private static List<String> desk(Person person) {
    var ids = new ArrayList<String>();
    person
        .get("/desk")
        .ok()
        .at("items")
        .forEach(it -> {
          if (it.get("what").asString().equals("settle-session")) {
            ids.add(it.get("id").asString());
          }
        });
    return ids;
  }
}
