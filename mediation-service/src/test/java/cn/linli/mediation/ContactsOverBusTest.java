package cn.linli.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.linli.events.EventCodec;
import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.ErasureEvent.Ground;
import cn.linli.events.petition.ErasureEvent.PersonErased;
import cn.linli.events.petition.Facets;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.ReferralEvent.PetitionReferredToMediation;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Unit;
import cn.linli.local.LocalServers;
import cn.linli.mediation.PetitionsAsked.Reply;
import cn.linli.testing.Bus;
import cn.linli.testing.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/** Names behind a referral are fetched, once, and go with the request they came from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactsOverBusTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String NAME = "赵绝密";
  private static final String PHONE = "13877770001";
  private static final Reply TOLD =
      new Reply(
          200,
          """
          {"referral":"r","parties":[
            {"name":"钱二","role":"respondent","type":"body","organisation":"heating-company"},
            {"name":"%s","role":"applicant","phone":"%s"},
            {"name":"孙三"}]}\
          """
              .formatted(NAME, PHONE));

  private final Bus petitions = new Bus("linli.petition");
  private final EventCodec<PetitionEvent> codec = EventCodec.of(PetitionEvent.class);
  private final PetitionsAsked asked = new PetitionsAsked();
  private final PetitionsAsked issuer = new PetitionsAsked();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private Server server;
  private Person mediator;

  @BeforeAll
  void start() {
    lines.start();
    server =
        new Server(
            "disputecontacts",
            Clock.systemUTC(),
            "spring.kafka.bootstrap-servers=" + LocalServers.brokers(),
            "linli.referral.petition-topic=" + petitions.topic(),
            "linli.referral.petition-uri=" + asked.uri(),
            "linli.referral.pause=50ms",
            "linli.access.client.token-uri=" + issuer.uri() + "/a/b/c/d/e/f/token",
            "linli.access.client.id=mediation-service",
            "linli.access.client.secret=s");
    issuer.answers("token", new Reply(200, "{\"access_token\":\"ours\",\"expires_in\":300}"));
    mediator = server.as("mediator@370602003006/wang");
    Logger ours = (Logger) LoggerFactory.getLogger("cn.linli");
    ours.setLevel(Level.DEBUG);
    ours.addAppender(lines);
  }

  @AfterAll
  void stop() {
    Logger ours = (Logger) LoggerFactory.getLogger("cn.linli");
    ours.detachAppender(lines);
    ours.setLevel(null);
    server.close();
    petitions.close();
    asked.close();
    issuer.close();
  }

  private void publish(String petition, long sequence, PetitionEvent event) {
    petitions.publish(codec, "petition:" + petition, sequence, event);
  }

  private static PetitionReferredToMediation referred(String referral) {
    return new PetitionReferredToMediation(
        new Facets(Kind.APPEAL, Regime.HOTLINE, "noise", Channel.APP, false),
        referral,
        "370602003006001",
        new Unit(cn.linli.events.petition.Level.GRID, "370602003006001", null),
        3,
        "content",
        "parties",
        Instant.now().plus(Duration.ofDays(30)),
        Instant.now().plus(Duration.ofDays(3)),
        true,
        new Deadlines(null, null, null, null, null, null, null, null, "test", false));
  }

  private String dispute(String petition, String referral) {
    publish(petition, 1, referred(referral));
    await().atMost(PATIENCE).until(() -> !server.journal("x:referral:" + referral).isEmpty());
    String registered = server.journal("x:referral:" + referral).getFirst().toJson();
    return registered.replaceFirst("(?s).*\\\\\"dispute\\\\\":\\\\\"([0-9a-z]{26}).*", "$1");
  }

  @Test
  void fetched_once_after_failures_and_erased_with_the_request() {
    String petition = "0000000000000000000000000p";
    String referral = "0000000000000000000000000r";
    asked.answers(
        referral,
        new Reply(409, "{\"code\":\"referral-not-taken\"}"),
        new Reply(503, "no json"),
        TOLD);
    String id = dispute(petition, referral);
    String path = "/disputes/" + id;
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> mediator.get(path).ok().has("parties[0].name", "赵**"));
    mediator
        .get(path)
        .ok()
        .has("parties[0].role", "applicant", "parties[0].phone", "138****0001")
        .has("parties[1].type", "organisation", "parties[1].organisation", "heating-company")
        .has("parties[2].name", "孙*");
    mediator.post(path + "/accept").ok();
    assertThat(mediator.post(path + "/unmask", "reason", "通知").ok().toString()).contains(NAME);
    assertThat(asked.asked(referral)).hasSize(3);
    assertThat(asked.asked(referral).getFirst())
        .startsWith("/api/v1/internal/petitions/" + petition + "/referrals/" + referral)
        .contains(id, "reason");
    assertThat(asked.tokens()).contains("Bearer ours");
    assertThat(
            server.journal("d:" + id).stream()
                .filter(it -> it.toJson().contains("ContactsFetched")))
        .singleElement()
        .satisfies(it -> assertThat(it.getString("cor")).isEqualTo(Bus.THREAD));

    String kept = "李当面说的";
    mediator.post(path + "/parties/p3/name", "name", kept, "phone", "13900000009").ok();
    for (int times = 0; times < 2; times++) {
      publish(petition, 9, new PersonErased(Ground.REQUEST, List.of("parties"), List.of(referral)));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> thatIsGone(mediator.get(path).ok(), "parties[0].name"));
    thatIsGone(mediator.get(path).ok(), "parties[0].phone");
    mediator.get(path).ok().has("parties[2].name", "李**");
    String unmasked = mediator.post(path + "/unmask", "reason", "通知").ok().toString();
    assertThat(unmasked).doesNotContain(NAME, PHONE).contains(kept);
    assertThat(server.journal("x:referral:" + referral)).hasSize(2);

    String all =
        server.database().getCollection("journal").find().into(new ArrayList<>()).toString();
    assertThat(all).doesNotContain(NAME, PHONE, kept);
    assertThat(lines.list).isNotEmpty();
    assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage))
        .noneMatch(line -> line.contains(NAME) || line.contains(PHONE));
  }

  private static void thatIsGone(cn.linli.testing.Reply reply, String path) {
    assertThat(reply.at(path).isNull() || reply.at(path).isMissingNode()).as(path).isTrue();
  }

  @Test
  void what_is_never_told_is_on_record_with_its_code_and_named_by_hand() {
    String referral = "0000000000000000000000000s";
    asked.answers(referral, new Reply(410, "{\"code\":\"contacts-erased\"}"));
    String id = dispute("0000000000000000000000000q", referral);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(server.journal("d:" + id).toString())
                .contains("ContactsNotFetched", "contacts-erased"));
    mediator.post("/disputes/" + id + "/accept").ok();
    mediator
        .post("/disputes/" + id + "/parties/p1/name", "name", "周五")
        .ok()
        .has("parties[0].name", "周*");
    assertThat(asked.asked(referral)).hasSize(1);
  }

  @Test
  void erased_before_anybody_fetched_is_never_fetched() {
    String referral = "0000000000000000000000000t";
    String petition = "0000000000000000000000000u";
    String id = dispute(petition, referral);
    publish(petition, 2, new PersonErased(Ground.UNLAWFUL, List.of(), List.of(referral)));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(server.journal("d:" + id).toString()).contains("ContactsErased"));
    int before = asked.asked(referral).size();
    asked.answers(referral, TOLD);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(PATIENCE)
        .until(() -> asked.asked(referral).size() <= before + 1);
    assertThat(mediator.get("/disputes/" + id).ok().toString()).doesNotContain("赵");
  }
}
