package cn.linli.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.EventCodec;
import cn.linli.events.petition.Channel;
import cn.linli.events.petition.ClaimEvent;
import cn.linli.events.petition.ClaimEvent.Claimed;
import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.Facets;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.ReferralEvent.PetitionReferredToMediation;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Unit;
import cn.linli.local.LocalServers;
import cn.linli.testing.Bus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A referred request becomes one dispute, told once or twice: a real database, a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferralOverBusTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String PETITION = "0000000000000000000000000p";
  private static final String STREAM = "petition:" + PETITION;
  private static final Deadlines DEADLINES =
      new Deadlines(null, null, null, null, null, null, null, null, "test", false);

  private final Bus petitions = new Bus("linli.petition");
  private final EventCodec<PetitionEvent> codec = EventCodec.of(PetitionEvent.class);
  private Server server;

  @BeforeAll
  void start() {
    server =
        new Server(
            "disputereferrals",
            Clock.systemUTC(),
            "spring.kafka.bootstrap-servers=" + LocalServers.brokers(),
            "linli.referral.petition-topic=" + petitions.topic());
  }

  @AfterAll
  void stop() {
    server.close();
    petitions.close();
  }

  private static PetitionReferredToMediation referred(String referral, String category) {
    return new PetitionReferredToMediation(
        new Facets(Kind.APPEAL, Regime.HOTLINE, category, Channel.APP, false),
        referral,
        "370602003006001",
        new Unit(Level.GRID, "370602003006001", null),
        3,
        "content",
        "parties",
        Instant.now().plus(Duration.ofDays(30)),
        Instant.now().plus(Duration.ofDays(3)),
        true,
        DEADLINES);
  }

  @Test
  void it_is_registered_once_with_both_consents_and_taken_by_the_committee() {
    String referral = "0000000000000000000000000r";
    petitions.publish(EventCodec.of(ClaimEvent.class), STREAM, 1, new Claimed("somebody"));
    for (int times = 0; times < 2; times++) {
      petitions.publish(codec, STREAM, 2, referred(referral, "noise"));
    }
    petitions.publish(codec, STREAM, 3, referred("0000000000000000000000000z", "noise"));
    var mediator = server.as("mediator@370602003006/wang");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(mediator.get("/disputes").ok().at("items").size()).isEqualTo(2));
    assertThat(server.journal("x:referral:" + referral)).hasSize(1);
    String id = mediator.get("/disputes?limit=1").ok().text("items[0].id");
    String path = "/disputes/" + id;
    mediator
        .get(path)
        .ok()
        .has(
            "status", "registered",
            "source", "petition",
            "kind", "neighbours",
            "origin.petition", PETITION,
            "origin.referral", referral,
            "parties[2].role", "respondent",
            "parties[2].consent", "given");
    assertThat(server.journal("d:" + id).getFirst().getString("cor")).isEqualTo(Bus.THREAD);
    mediator.post(path + "/accept").ok().has("status", "mediating");
    mediator
        .post(path + "/parties/p1/name", "name", "张小三", "phone", "13800138000")
        .ok()
        .has("parties[0].name", "张**");
    mediator
        .post(
            path + "/leave",
            "reason",
            "不来了",
            "party",
            "p1",
            "recordedOnBehalf",
            Disputes.recorded())
        .ok()
        .has("status", "failed");
    assertThat(server.journal("d:" + id).toString()).contains("MediationFailed", referral);
    assertThat(server.journal("d:" + id).toString()).doesNotContain("张小三", "13800138000");
  }

  @Test
  void a_dispute_with_an_authority_is_declined() {
    String referral = "0000000000000000000000000q";
    petitions.publish(codec, STREAM, 9, referred(referral, "enforcement"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(server.journal("x:referral:" + referral).toString())
                .contains("DisputeDeclined", "administrative-dispute"));
    assertThat(server.journal("x:referral:" + referral)).hasSize(1);
  }
}
