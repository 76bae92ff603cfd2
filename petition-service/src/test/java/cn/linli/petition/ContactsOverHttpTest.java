package cn.linli.petition;

import static cn.linli.petition.LifeOverHttpTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.EventCodec;
import cn.linli.events.mediation.DisputeEvent.DisputeRegistered;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.petition.ReferralOrigin;
import cn.linli.local.LocalServers;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Vault;
import cn.linli.testing.Bus;
import cn.linli.testing.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Names behind a referral are told to the service that mediates, and to nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactsOverHttpTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String DISPUTE = "0000000000000000000000000d";
  private static final Map<String, Object> ASKED =
      Server.json("dispute", DISPUTE, "reason", "联系纠纷当事人");

  private final Bus mediation = new Bus("linli.mediation");
  private final Bus timebank = new Bus("linli.timebank");
  private Server server;
  private Person grid;
  private Person mediating;

  @BeforeAll
  void start() {
    server =
        new Server(
            "contactsoverhttp",
            Clock.systemUTC(),
            "spring.kafka.bootstrap-servers=" + LocalServers.brokers(),
            "linli.referral.mediation-topic=" + mediation.topic(),
            "linli.referral.timebank-topic=" + timebank.topic());
    grid = server.as("grid-worker@370602003006001");
    mediating = server.as("service/mediation-service");
  }

  @AfterAll
  void stop() {
    server.close();
    mediation.close();
    timebank.close();
  }

  private void taken(ReferralOrigin origin) {
    var mediateBy = Instant.now().plus(Duration.ofDays(30));
    mediation.publish(
        EventCodec.of(MediationEvent.class),
        "d:" + DISPUTE,
        1,
        new DisputeRegistered(DISPUTE, origin, mediateBy, null));
  }

  @Test
  void told_once_a_dispute_came_of_it_with_a_reason_until_they_are_erased() {
    var resident = server.as("resident@370602003006/wang");
    var id = resident.post("/petitions", request()).created().id();
    var path = "/petitions/" + id;
    var referral =
        grid.post(
                path + "/refer-to-mediation",
                "parties",
                List.of(
                    Server.json("name", "张小三", "role", "applicant", "phone", "13800138000"),
                    Server.json("name", "李小四", "role", "respondent")),
                "consents",
                true)
            .ok()
            .text("referral.id");
    var contacts = "/internal/petitions/" + id + "/referrals/" + referral + "/contacts";

    mediating.post(contacts, ASKED).problem(409, "referral-not-taken");
    taken(new ReferralOrigin(id, referral));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> grid.get(path).ok().has("referral.state", "taken"));

    server.nobody().post(contacts, ASKED).problem(401, "unauthenticated");
    grid.post(contacts, ASKED).problem(403, "wrong-role");
    server.as("admin@370602").post(contacts, ASKED).problem(403, "wrong-role");
    server.as("service/timebank-service").post(contacts, ASKED).problem(403, "wrong-role");
    mediating.post(contacts, "dispute", DISPUTE).problem(400, "invalid-fields");
    mediating
        .post(contacts, "dispute", "0000000000000000000000000e", "reason", "x")
        .problem(404, "not-found");
    mediating
        .post(contacts.replace(referral, "0000000000000000000000000f"), ASKED)
        .problem(404, "not-found");
    assertThat(accesses(id)).isEmpty();

    mediating
        .post(contacts, ASKED)
        .ok()
        .has("parties[0].name", "张小三", "parties[0].phone", "13800138000")
        .has("parties[1].name", "李小四", "parties[1].role", "respondent");
    var access = accesses(id).getFirst();
    assertThat(access.by()).startsWith("service@99#");
    assertThat(access.reason()).isEqualTo("联系纠纷当事人");
    mediating.get(path).problem(403, "wrong-role");

    server.as("admin@370602").post(path + "/erase", "reason", "误", "ground", "unlawful").ok();
    mediating.post(contacts, ASKED).problem(410, "contacts-erased");
    assertThat(server.journal("petition:" + id).getLast().toJson())
        .contains("PersonErased", referral)
        .doesNotContain("张小三", "13800138000");
  }

  private List<cn.linli.platform.vault.AccessLog.Access> accesses(String id) {
    return server.bean(Vault.class).accessLog().of(new StreamId("petition", id));
  }
}
