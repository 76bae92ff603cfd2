package cn.linli.timebank.volunteering;

import static cn.linli.timebank.Server.COMMUNITY;
import static cn.linli.timebank.volunteering.Acts.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.EventCodec;
import cn.linli.events.mediation.HearingEvent.Attended;
import cn.linli.events.mediation.HearingEvent.SessionHeld;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.Facets;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.ReferralEvent.PetitionOfferedToVolunteers;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Unit;
import cn.linli.events.timebank.SessionCreditEvent.SessionTimeOwed;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.local.LocalServers;
import cn.linli.testing.Bus;
import cn.linli.timebank.Server;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Requests and sessions become minutes, told once or twice: a real database, a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChoreographyOverBusTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String PETITION = "0000000000000000000000000p";
  private static final String DISPUTE = "0000000000000000000000000d";
  private static final Deadlines DEADLINES =
      new Deadlines(null, null, null, null, null, null, null, null, "test", false);

  private final Bus petitions = new Bus("linli.petition");
  private final Bus mediation = new Bus("linli.mediation");
  private final Bus own = new Bus("linli.timebank");
  private final EventCodec<PetitionEvent> ofPetitions = EventCodec.of(PetitionEvent.class);
  private final EventCodec<MediationEvent> ofMediation = EventCodec.of(MediationEvent.class);
  private final EventCodec<TimebankEvent> ofBank = EventCodec.of(TimebankEvent.class);
  private Server server;
  private Acts acts;

  @BeforeAll
  void start() {
    server =
        new Server(
            "bank-choreography",
            Clock.systemUTC(),
            "spring.kafka.bootstrap-servers=" + LocalServers.brokers(),
            "linli.timebank.petition-topic=" + petitions.topic(),
            "linli.timebank.mediation-topic=" + mediation.topic(),
            "linli.timebank.own-topic=" + own.topic());
    acts = new Acts(server);
  }

  @AfterAll
  void stop() {
    server.close();
    petitions.close();
    mediation.close();
    own.close();
  }

  private static PetitionOfferedToVolunteers offered(String referral, String service, int needed) {
    return new PetitionOfferedToVolunteers(
        new Facets(Kind.APPEAL, Regime.HOTLINE, "sanitation", Channel.APP, false),
        referral,
        COMMUNITY + "001",
        new Unit(Level.COMMUNITY, COMMUNITY, null),
        service,
        60,
        needed,
        "content",
        Instant.now().plus(Duration.ofDays(3)),
        DEADLINES);
  }

  @Test
  void a_request_becomes_one_activity_and_its_last_confirmation_says_so() {
    String referral = "0000000000000000000000000r";
    for (int times = 0; times < 2; times++) {
      petitions.publish(
          ofPetitions, "petition:" + PETITION, 2, offered(referral, "snow-clearing", 2));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(acts.get(CLERK, "/activities?open=true").ok().at("items").size())
                .isEqualTo(1));
    assertThat(server.journal("x:offer:" + referral)).hasSize(1);
    var activity = acts.get(CLERK, "/activities?open=true").ok();
    activity.has(
        "items[0].origin.petition", PETITION, "items[0].needed", 2, "items[0].minutesCap", 60);
    String id = activity.text("items[0].id");
    String path = "/activities/" + id;
    assertThat(server.journal("v:" + id).getFirst().getString("cor")).isEqualTo(Bus.THREAD);
    for (String name : List.of("wang", "li")) {
      String account = acts.account(name);
      acts.served(path, name, account, 45, 40);
      acts.post(CLERK, path + "/confirm", "account", account, "minutes", 40).ok();
      assertThat(acts.minutes(name, account)).isEqualTo(40);
    }
    var told = server.journal("v:" + id);
    assertThat(told.getLast().toString()).contains("ServiceConfirmed", referral, "true");
  }

  @Test
  void what_is_not_for_volunteers_is_declined_with_a_code() {
    String referral = "0000000000000000000000000q";
    petitions.publish(
        ofPetitions, "petition:" + PETITION, 9, offered(referral, "dancing-bears", 1));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(server.journal("x:offer:" + referral).toString())
                .contains("ActivityDeclined", "unknown-service"));
    assertThat(server.journal("x:offer:" + referral)).hasSize(1);
  }

  @Test
  void unpaid_mediators_get_the_minutes_they_gave_whatever_came_of_it() {
    String account = acts.account("mediator");
    String linked = "0000000000000000000000000m";
    String paid = "0000000000000000000000000n";
    String stranger = "0000000000000000000000000s";
    acts.post(CLERK, "/mediators/" + linked + "/account", "account", account).ok();
    Instant began = Instant.now().minus(Duration.ofMinutes(120)).truncatedTo(ChronoUnit.MINUTES);
    var held =
        new SessionHeld(
            1,
            true,
            false,
            began,
            began.plus(Duration.ofMinutes(90)),
            List.of("p1"),
            List.of(),
            List.of("p2"),
            List.of(
                new Attended(linked, 90, false),
                new Attended(paid, 90, true),
                new Attended(stranger, 90, false)),
            List.of(),
            0,
            "course",
            "result");
    for (int times = 0; times < 2; times++) {
      mediation.publish(ofMediation, "d:" + DISPUTE, 7, held);
    }
    String log = "x:session:" + DISPUTE + "-1";
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.journal(log)).hasSize(1));
    assertThat(server.journal(log).toString())
        .contains("SessionTimeOwed", "SessionTimePassedOver", "paid", "no-account");
    String later = acts.account("later");
    acts.post(CLERK, "/mediators/" + stranger + "/account", "account", later).ok();
    assertThat(server.journal("x:mediator:" + stranger).toString())
        .contains("SessionTimeKept", "MediatorLinked", "SessionTimeOwed");
    var owed =
        new SessionTimeOwed(
            DISPUTE, 1, linked, account, COMMUNITY, 90, began, began.plus(Duration.ofMinutes(90)));
    for (int times = 0; times < 2; times++) {
      own.publish(ofBank, log, 1, owed);
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(acts.minutes("mediator", account)).isEqualTo(90));
    own.publish(ofBank, log, 2, owed);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.journal(log)).hasSize(3));
    assertThat(server.journal(log).getLast().toString())
        .contains("SessionTimeDeclined", "overlapping-service");
    acts.get(
            "resident@" + COMMUNITY + "/mediator", "/accounts/" + account + "/entries?unit=minutes")
        .ok()
        .has("items[0].reason", "session", "items[0].amount", 90);
  }

  @Test
  void what_a_mediator_is_owed_goes_to_the_passbook_that_stayed() {
    String one = acts.account("twice");
    String own = acts.account("twice-again");
    String path = "/accounts/" + one + "/join";
    String clerk = "bank-clerk@" + COMMUNITY;
    acts.post(clerk + "/one", path, "into", own, "evidence", "同一人").ok();
    acts.post(clerk + "/two", path + "/confirm").ok();
    Instant began = Instant.now().minus(Duration.ofMinutes(300)).truncatedTo(ChronoUnit.MINUTES);
    var owed =
        new SessionTimeOwed(
            DISPUTE,
            2,
            "0000000000000000000000000t",
            one,
            COMMUNITY,
            70,
            began,
            began.plus(Duration.ofMinutes(70)));
    this.own.publish(ofBank, "x:session:" + DISPUTE + "-2", 1, owed);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(acts.minutes("twice-again", own)).isEqualTo(70));
  }
}
