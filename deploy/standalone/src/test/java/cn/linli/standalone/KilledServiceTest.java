package cn.linli.standalone;

import static cn.linli.standalone.PatientClient.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.Topics;
import cn.linli.standalone.ReferredMatter.Way;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Petition-service and mediation-service run apart, database and broker stay alive. Around every
 * step of a referral one of the two is killed and started again: some matters of the batch are
 * before the step, some in the middle of it, some behind. In the end each request had one dispute
 * and one way back under one correlation, and reading everything again changes nothing.
 */
@Tag("slow")
class KilledServiceTest {

  /** Each with a kill of either service around four steps: sixteen kills in about five minutes. */
  private static final int ROUNDS = 2;

  private static final int MATTERS = 8;
  private static final long SEED = 20261123;

  /** Steps of a batch begin, and the kill falls, within this time. */
  private static final int AROUND_MILLIS = 1_500;

  private static final String ADMIN = "admin@3706";

  @TempDir Path home;

  private final Random random = new Random(SEED);
  private final List<ReferredMatter> matters = new ArrayList<>();
  private ServicesApart services;
  private PatientClient client;

  @Test
  void a_referral_survives_the_kill_of_either_service_at_every_step() throws Exception {
    try (var apart = new ServicesApart(home).start()) {
      services = apart;
      client = new PatientClient(apart::token);
      for (int round = 0; round < ROUNDS; round++) {
        batch("petition-" + round, apart.petition);
        batch("mediation-" + round, apart.mediation);
      }
      verify();
      readAgain();
      verify();
    }
  }

  private void batch(String victimName, ServiceProcess victim) throws Exception {
    var batch = new ArrayList<ReferredMatter>();
    for (int number = 0; number < MATTERS; number++) {
      Way way =
          number % 4 == 1 ? Way.REFUSED : number % 4 == 3 ? Way.FAILED : Way.SETTLED_AND_BROKEN;
      batch.add(
          new ReferredMatter(
              "without-" + victimName + "-" + number, way, client, services.gateway.port()));
    }
    matters.addAll(batch);
    around(victim, batch, ReferredMatter::refer);
    around(victim, batch, ReferredMatter::decide);
    var settled = batch.stream().filter(ReferredMatter::isSettled).toList();
    around(victim, settled, ReferredMatter::sign);
    around(victim, settled, ReferredMatter::breach);
  }

  /** Each matter takes the step at an instant of its own; in between one service dies. */
  private void around(
      ServiceProcess victim, List<ReferredMatter> batch, Consumer<ReferredMatter> step)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var steps = new ArrayList<Future<?>>();
      for (var matter : batch) {
        int wait = random.nextInt(AROUND_MILLIS);
        steps.add(
            threads.submit(() -> {
              Thread.sleep(wait);
              step.accept(matter);
              return matter;
            }));
      }
      Thread.sleep(random.nextInt(AROUND_MILLIS));
      victim.kill();
      victim.start().awaitReady();
      for (var each : steps) {
        each.get();
      }
    }
  }

  private void verify() {
    var disputes = new HashSet<String>();
    for (var matter : matters) {
      assertThat(whats(ReferredMatter.CLERK, matter.petition()))
          .as(matter.name)
          .containsOnlyOnce("petition-referred-to-mediation", "referral-taken")
          .containsOnlyOnce(
              matter.isSettled()
                  ? new String[] {"referral-settled", "resolved", "referral-broken", "reopened"}
                  : new String[] {"referral-returned"})
          .doesNotContain(matter.isSettled() ? "referral-returned" : "referral-settled");
      assertThat(whats(ReferredMatter.MEDIATOR, matter.dispute()))
          .as(matter.name)
          .containsOnlyOnce("dispute-registered")
          .containsOnlyOnce(
              switch (matter.way) {
                case REFUSED -> new String[] {"dispute-refused"};
                case FAILED -> new String[] {"dispute-accepted", "party-left", "mediation-failed"};
                case SETTLED_AND_BROKEN ->
                    new String[] {"agreement-drafted", "agreement-effective", "agreement-breached"};
              });
      oneThread(matter);
      disputes.add(matter.dispute());
    }
    assertThat(disputes).as("one dispute for each request").hasSameSizeAs(matters);
    assertThat(streams(services.mediationStore, "^d:"))
        .as("and no other")
        .isEqualTo(matters.size());
    audited(services.petition.port());
    audited(services.mediation.port());
    Awaitility.await("the views have counted everything")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(audit(services.gateway.port(), "views")).contains("\"differing\":0"));
  }

  /** What the thread tells of either service is that service's whole timeline, under one id. */
  private void oneThread(ReferredMatter matter) {
    assertThat(told(ReferredMatter.CLERK, matter.name, "petition"))
        .containsExactlyElementsOf(whats(ReferredMatter.CLERK, matter.petition()));
    assertThat(told(ReferredMatter.MEDIATOR, matter.name, "mediation"))
        .containsExactlyElementsOf(whats(ReferredMatter.MEDIATOR, matter.dispute()));
    assertThat(ids(services.petitionStore, "petition:" + key(matter.petition())))
        .containsExactly(matter.name);
    assertThat(ids(services.mediationStore, "d:" + key(matter.dispute())))
        .containsExactly(matter.name);
  }

  /** Every record of either topic reaches its readers a second time. */
  private void readAgain() throws Exception {
    long petitions = commits(services.petitionStore);
    long disputes = commits(services.mediationStore);
    services.petition.kill();
    services.mediation.kill();
    try (var requests = new Redelivery("linli.mediation", Topics.PETITION);
        var news = new Redelivery("linli.petition", Topics.MEDIATION)) {
      assertThat(requests.fromTheBeginning()).isGreaterThan(matters.size());
      assertThat(news.fromTheBeginning()).isGreaterThan(matters.size());
      services.petition.start();
      services.mediation.start();
      services.petition.awaitReady();
      services.mediation.awaitReady();
      requests.awaitRead();
      news.awaitRead();
    }
    assertThat(commits(services.petitionStore)).isEqualTo(petitions);
    assertThat(commits(services.mediationStore)).isEqualTo(disputes);
  }

  private void audited(int service) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(audit(service, "topic")).contains("\"faultCount\":0", "\"unpublished\":0"));
    assertThat(audit(service, "state")).contains("\"differences\":[]");
  }

  private String audit(int service, String which) {
    return client.post(service, ADMIN, "/audits/" + which, "", "{}").toString();
  }

  private List<String> whats(String user, String resource) {
    return get(user, resource + "/history?limit=200").at("/items").findValuesAsString("what");
  }

  private List<String> told(String user, String thread, String service) {
    var whats = new ArrayList<String>();
    for (var item : get(user, "/threads/" + thread).at("/items")) {
      if (item.at("/service").asString().equals(service)) {
        whats.add(item.at("/what").asString());
      }
    }
    return whats;
  }

  private JsonNode get(String user, String path) {
    return client.get(services.gateway.port(), user, path);
  }

  private static String key(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static long commits(MongoDatabase store) {
    return store.getCollection("journal").countDocuments();
  }

  /** A notice that was sent is marked under an id of its own: nobody's wish and no step. */
  private static List<String> ids(MongoDatabase store, String stream) {
    return store
        .getCollection("journal")
        .distinct(
            "cor",
            Filters.and(Filters.eq("s", stream), Filters.not(Filters.regex("cor", "^notice/"))),
            String.class)
        .into(new ArrayList<>());
  }

  private static int streams(MongoDatabase store, String pattern) {
    return store
        .getCollection("journal")
        .distinct("s", Filters.regex("s", pattern), String.class)
        .into(new ArrayList<>())
        .size();
  }
}
