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
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bank of shared happiness with its wristbands (report R5, Dahaiyang). */
class WristbandScenario {

  private static final String DAHAIYANG = "370602003006";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Person clerk = as("bank-clerk@" + DAHAIYANG);

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
}
