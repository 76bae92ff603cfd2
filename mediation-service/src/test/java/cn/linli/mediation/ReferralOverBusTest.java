package cn.linli.mediation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.CloudEventHeaders;
import cn.linli.events.Event;
import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
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
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A referred request becomes one dispute, told once or twice: a real database, a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferralOverBusTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String PETITION = "0000000000000000000000000p";
  private static final Deadlines DEADLINES =
      new Deadlines(null, null, null, null, null, null, null, null, "test", false);

  private final String petitions = LocalServers.kafka().freshTopic("linli.petition", 2);
  private final EventCodec<PetitionEvent> codec = EventCodec.of(PetitionEvent.class);
  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", LocalServers.brokers()),
          new ByteArraySerializer(),
          new ByteArraySerializer());
  private Server server;

  @BeforeAll
  void start() {
    server =
        new Server(
            "disputereferrals",
            Clock.systemUTC(),
            "spring.kafka.bootstrap-servers=" + LocalServers.brokers(),
            "linli.referral.petition-topic=" + petitions);
  }

  @AfterAll
  void stop() {
    server.close();
    producer.close();
  }

  private <E extends Event> void publish(EventCodec<E> as, long sequence, E event) {
    Instant now = Instant.now();
    String stream = "petition:" + PETITION;
    var stamp = new Stamp(LocalDate.now(), now, List.of("37", "3706", "370602"));
    var entry =
        new ProducerRecord<>(
            petitions, stream.getBytes(UTF_8), as.encode(event, stamp).getBytes(UTF_8));
    CloudEventHeaders.write(
        new CloudEventHeaders.Envelope(
            stream, sequence, as.type(event), now, "clerk@37#a", "one-thread", "cause", "370602"),
        sequence,
        entry.headers()::add);
    producer.send(entry);
    producer.flush();
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

  private List<Document> journal(String stream) {
    return server
        .database()
        .getCollection("journal")
        .find(Filters.eq("s", stream))
        .into(new ArrayList<>());
  }

  @Test
  void it_is_registered_once_with_both_consents_and_taken_by_the_committee() {
    String referral = "0000000000000000000000000r";
    publish(EventCodec.of(ClaimEvent.class), 1, new Claimed("somebody"));
    for (int times = 0; times < 2; times++) {
      publish(codec, 2, referred(referral, "noise"));
    }
    publish(codec, 3, referred("0000000000000000000000000z", "noise"));
    var mediator = server.as("mediator@370602003006/wang");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(mediator.get("/disputes").ok().at("items").size()).isEqualTo(2));
    assertThat(journal("x:referral:" + referral)).hasSize(1);
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
    assertThat(journal("d:" + id).getFirst().getString("cor")).isEqualTo("one-thread");
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
    assertThat(journal("d:" + id).toString()).contains("MediationFailed", referral);
    assertThat(journal("d:" + id).toString()).doesNotContain("张小三", "13800138000");
  }

  @Test
  void a_dispute_with_an_authority_is_declined() {
    String referral = "0000000000000000000000000q";
    publish(codec, 9, referred(referral, "enforcement"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(journal("x:referral:" + referral).toString())
                .contains("DisputeDeclined", "administrative-dispute"));
    assertThat(journal("x:referral:" + referral)).hasSize(1);
  }
}
