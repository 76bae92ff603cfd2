package cn.linli.petition;

import static cn.linli.petition.LifeOverHttpTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.EventCodec;
import cn.linli.events.mediation.AgreementEvent.AgreementBreached;
import cn.linli.events.mediation.AgreementEvent.AgreementEffective;
import cn.linli.events.mediation.DisputeEvent.DisputeDeclined;
import cn.linli.events.mediation.DisputeEvent.DisputeRegistered;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.petition.ReferralOrigin;
import cn.linli.events.timebank.ServiceEvent.ActivityPublished;
import cn.linli.events.timebank.ServiceEvent.ServiceConfirmed;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.local.LocalServers;
import cn.linli.testing.Bus;
import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Out over HTTP and back over the bus: a real database and a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferralOverHttpTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Object[] BOTH_AGREE = {
    "parties",
    List.of(
        Server.json("name", "张小三", "role", "applicant", "phone", "13800138000"),
        Server.json("name", "李小四", "role", "respondent")),
    "consents",
    Server.json("applicant", true, "respondent", true)
  };

  private final Bus mediation = new Bus("linli.mediation");
  private final Bus timebank = new Bus("linli.timebank");
  private final EventCodec<MediationEvent> disputes = EventCodec.of(MediationEvent.class);
  private final EventCodec<TimebankEvent> services = EventCodec.of(TimebankEvent.class);
  private Server server;
  private Person grid;
  private int residents;

  @BeforeAll
  void start() {
    server =
        new Server(
            "referraloverhttp",
            Clock.systemUTC(),
            "spring.kafka.bootstrap-servers=" + LocalServers.brokers(),
            "linli.referral.mediation-topic=" + mediation.topic(),
            "linli.referral.timebank-topic=" + timebank.topic());
    grid = server.as("grid-worker@370602003006001");
  }

  @AfterAll
  void stop() {
    server.close();
    mediation.close();
    timebank.close();
  }

  private String filed() {
    var resident = server.as("resident@370602003006/wang-" + residents++);
    return "/petitions/" + resident.post("/petitions", request()).created().id();
  }

  private ReferralOrigin origin(String path, Reply referred) {
    return new ReferralOrigin(path.substring("/petitions/".length()), referred.text("referral.id"));
  }

  private void tell(String dispute, long sequence, MediationEvent event) {
    mediation.publish(disputes, "dispute:" + dispute, sequence, event);
  }

  private Reply awaitStatus(String path, String status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(grid.get(path).ok().text("status")).isEqualTo(status));
    return grid.get(path).ok();
  }

  @Test
  void mediated_settled_broken_and_told_twice() {
    var path = filed();
    grid.post(path + "/accept").ok();
    grid.post(path + "/refer-to-mediation", "parties", List.of("张三", "李四"), "consents", false)
        .refused("consents-missing");
    var referred =
        grid.post(path + "/refer-to-mediation", BOTH_AGREE)
            .ok()
            .has("status", "mediating", "referral.state", "offered", "referral.way", "mediation")
            .has("referral.movedDue", true, "level", "grid");
    assertThat(referred.text("deadlines.basis")).contains("调解期限");
    assertThat(grid.get(path + "/history").ok().toString()).doesNotContain("李小四", "138");
    grid.post(path + "/resolve", "result", "x", "outcome", "solved").refused("referred-away");
    var origin = origin(path, referred);
    var mediateBy = Instant.now().plus(Duration.ofDays(30));

    for (int times = 0; times < 2; times++) {
      tell("d1", 1, new DisputeRegistered("d1", origin, mediateBy, null));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> grid.get(path).ok().has("referral.state", "taken", "referral.counterpart", "d1"));
    for (int times = 0; times < 2; times++) {
      tell("d1", 2, new AgreementEffective("d1", origin, false));
    }
    awaitStatus(path, "resolved").has("result.outcome", "solved", "result.level", "grid");
    for (int times = 0; times < 2; times++) {
      tell("d1", 3, new AgreementBreached("d1", origin));
    }
    awaitStatus(path, "transferred").has("round", 2, "referral.state", "broken");
    tell("d1", 4, new AgreementBreached("d1", origin));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(server.journal("x:referral:" + origin.referral())).hasSize(4));

    assertThat(grid.get(path + "/history").ok().at("items").findValuesAsString("what"))
        .containsExactly(
            "submitted",
            "accepted",
            "petition-referred-to-mediation",
            "referral-taken",
            "referral-settled",
            "resolved",
            "referral-broken",
            "reopened");
    assertThat(server.journal("x:referral:" + origin.referral()).getLast().toJson())
        .as("what changes nothing is one commit too")
        .contains("ReferralNewsDeclined", "referral-over");
    assertThat(server.journal("petition:" + origin.petition()).getLast().toJson())
        .contains(Bus.THREAD);
  }

  @Test
  void declined_is_back_in_hand_and_nothing_is_lost_behind_news_of_nobody() {
    var path = filed();
    var referred = grid.post(path + "/refer-to-mediation", BOTH_AGREE).ok();
    var origin = origin(path, referred);
    var nobody = new ReferralOrigin("00000000000000000000000000", "11111111111111111111111111");

    tell("d2", 1, new DisputeDeclined(nobody, "out-of-area"));
    tell("d2", 2, new DisputeDeclined(new ReferralOrigin("no id", "no id"), "out-of-area"));
    tell("d2", 3, new DisputeDeclined(origin, "out-of-area"));

    awaitStatus(path, "handling").has("referral.state", "returned", "level", "grid");
    assertThat(server.journal("x:referral:11111111111111111111111111").getFirst().toJson())
        .contains("not-found");
    assertThat(server.journal("petition:00000000000000000000000000")).isEmpty();
    grid.post(path + "/resolve", "result", "已协调", "outcome", "solved").ok();
  }

  @Test
  void volunteers_settle_it_when_the_last_service_is_confirmed() {
    var path = filed();
    var offered =
        grid.post(
                path + "/offer-to-volunteers",
                "service",
                "snow-clearing",
                "minutes",
                60,
                "needed",
                2)
            .ok()
            .has("status", "volunteering", "referral.way", "volunteers");
    var origin = origin(path, offered);
    var endsAt = Instant.now().plus(Duration.ofDays(1));

    timebank.publish(services, "activity:a1", 1, new ActivityPublished("a1", origin, endsAt, null));
    timebank.publish(
        services, "activity:a1", 2, new ServiceConfirmed("a1", origin, 60, false, null, null));
    timebank.publish(
        services, "activity:a1", 3, new ServiceConfirmed("a1", origin, 45, true, null, null));

    awaitStatus(path, "resolved").has("referral.state", "settled", "referral.counterpart", "a1");
    assertThat(server.journal("x:referral:" + origin.referral())).hasSize(2);
  }
}
