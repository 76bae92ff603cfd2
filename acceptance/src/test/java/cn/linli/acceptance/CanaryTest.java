package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Person.nobody;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.linli.local.LocalServers;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Plants names, numbers and sentences wherever a person can write something, also in input that is
 * refused, and then looks for them in every document of every database, every record of every topic
 * and everything the platform logged.
 */
@Order(Integer.MAX_VALUE - 2)
class CanaryTest {

  private static final String GRID = "370602003006005";
  private static final String NAME = "甄金雀";
  private static final String PHONE = "13912340987";
  private static final String WORD = "金丝雀暗语";
  private static final String SENTENCE = "我是" + NAME + ",电话" + PHONE + "," + WORD;

  /** Told to mediators alone, in a dispute whose every other word both sides know. */
  private static final String APART = "单独谈话底线七百元";

  private static final String APART_PHONE = "13612340765";
  private static final List<String> CANARIES =
      List.of(NAME, PHONE, WORD, "139****0987", APART, APART_PHONE, "136****0765");

  @Test
  void nothing_personal_leaves_the_vault() {
    assumeTrue(PlatformUnderTest.get().isOurs(), "another platform's servers can't be looked into");
    var id = plant();
    var dispute = DisputeCanary.plant(GRID, NAME, PHONE, SENTENCE);
    var apart = CaucusCanary.plant(GRID.substring(0, 12), APART_PHONE, APART);

    var databases = databases();
    var topics = topics(id, dispute, apart);
    var logs = List.of(PlatformUnderTest.get().logs());
    assertThat(databases)
        .as("the search looks where the request is")
        .anyMatch(text -> text.startsWith("petition.journal") && text.contains(id))
        .anyMatch(text -> text.startsWith("petition.state") && text.contains(id))
        .anyMatch(text -> text.startsWith("petition.vault") && text.contains(id))
        .anyMatch(text -> text.startsWith("mediation.journal") && text.contains(dispute))
        .anyMatch(text -> text.startsWith("mediation.state") && text.contains(dispute))
        .anyMatch(text -> text.startsWith("mediation.vault") && text.contains(dispute))
        .anyMatch(text -> text.startsWith("mediation.journal") && text.contains(apart.getFirst()));
    assertThat(found(databases)).as("in the databases").isEmpty();
    assertThat(found(topics)).as("on the topics").isEmpty();
    assertThat(found(logs)).as("in the logs").isEmpty();
  }

  private static String plant() {
    var worker = as("grid-worker@" + GRID);
    var body =
        request(
            "noise",
            GRID,
            "title",
            SENTENCE,
            "description",
            SENTENCE,
            "externalId",
            SENTENCE,
            "location",
            json("address", SENTENCE, "lon", 121.391412, "lat", 37.536523),
            "petitioner",
            json("name", NAME, "phone", PHONE));
    body.put(
        "onBehalf",
        json("consent", true, "consentAt", "2026-01-05T09:00:00+08:00", "relation", "neighbour"));
    var submitted = worker.post("/petitions", body).created();
    assertThat(submitted.text("petitioner.name")).isEqualTo("甄**");
    assertThat(submitted.text("petitioner.phone")).isEqualTo("139****0987");
    var path = "/petitions/" + submitted.id();

    worker.post(path + "/accept").ok();
    worker.post(path + "/contact", json("note", SENTENCE)).ok();
    worker.post(path + "/progress", json("entry", "call", "note", SENTENCE)).ok();
    nobody()
        .post("/tracking/" + submitted.text("trackingCode") + "/comment", json("note", SENTENCE))
        .ok();
    worker.post(path + "/extend", json("until", "2027-01-05T09:00:00+08:00", "reason", SENTENCE));
    worker.post(path + "/escalate", json("reason", SENTENCE)).ok();
    var clerk = as("community-clerk@370602003006");
    clerk.post(path + "/send-back", json("reason", SENTENCE)).ok();
    plantInADeliberation(worker, path);
    plantInWhistles(worker, clerk, path);
    worker.post(path + "/resolve", json("result", SENTENCE, "outcome", "solved")).ok();
    var operator = as("hotline-operator@370602/" + NAME);
    operator
        .post(
            path + "/visit",
            json(
                "reached", true,
                "contacted", true,
                "resolved", true,
                "satisfied", true,
                "note", SENTENCE))
        .ok();
    operator.post(path + "/close", json("reason", SENTENCE)).ok();
    worker.post(path + "/thanks", json("form", SENTENCE));
    worker.post(path + "/reopen", json("reason", SENTENCE)).ok();

    plantInABatch(clerk);
    plantInAReferral(worker);
    plantWhereItIsRefused(worker, path);
    assertThat(worker.get("/petitions?division=" + GRID + "&q=" + encoded(WORD)).ok().toString())
        .contains(submitted.id());
    assertThat(worker.post(path + "/unmask", json("reason", SENTENCE)).ok().toString())
        .contains(NAME, PHONE);
    return submitted.id();
  }

  private static void plantInADeliberation(Person worker, String path) {
    worker
        .post(
            path + "/deliberate",
            json(
                "venue", SENTENCE,
                "meetingAt", "2026-12-01T19:00:00+08:00",
                "topic", SENTENCE))
        .ok();
    worker
        .post(
            path + "/meeting",
            json("attendees", List.of(json("person", NAME)), "resolution", SENTENCE))
        .refused("no-quorum");
    var attendees =
        List.of(
            json("person", NAME),
            json("person", PHONE, "role", "resident"),
            json("person", WORD),
            json("role", SENTENCE));
    worker
        .post(path + "/meeting", json("attendees", attendees, "resolution", SENTENCE))
        .ok()
        .has("deliberation.meeting.counted", 3);
    worker
        .post(
            path + "/consult",
            json(
                "parties", List.of(SENTENCE, "owners-committee-1"),
                "outcome", SENTENCE,
                "agreement", json("object", SENTENCE, "from", "2026-12-01", "until", "2027-11-30")))
        .ok();
    worker.post(path + "/act", json("task", SENTENCE)).ok();
    worker
        .post(
            path + "/review",
            json("score", 5, "comment", SENTENCE, "recordedOnBehalf", json("evidence", SENTENCE)))
        .ok();
  }

  private static void plantInWhistles(Person worker, Person clerk, String path) {
    var street = as("street-officer@370602003");
    var heating = as("department-officer@370602/heating-company");
    clerk.post(path + "/call", json("reason", SENTENCE)).ok();
    street.post(path + "/call/answer", json("answer", "whistle", "reason", SENTENCE)).ok();
    var blown =
        street
            .post(
                path + "/whistle",
                json(
                    "departments",
                    List.of("heating-company", "water-company"),
                    "lead",
                    "heating-company",
                    "case",
                    "unsolvable",
                    "reason",
                    SENTENCE))
            .ok();
    var whistle = path + "/whistles/" + blown.text("whistles[0].id");
    heating.post(whistle + "/check-in").ok();
    heating.post(whistle + "/report", json("result", SENTENCE)).ok();
    as("department-officer@370602/water-company")
        .post(whistle + "/decline", json("reason", SENTENCE))
        .ok();
    worker.post(path + "/building-whistle", json("need", SENTENCE)).ok();
  }

  private static void plantInAReferral(Person worker) {
    var quarrel = request("neighbour-dispute", GRID, "title", SENTENCE, "description", SENTENCE);
    var path = "/petitions/" + worker.post("/petitions", quarrel).created().id();
    var sides =
        List.of(json("name", NAME, "role", "applicant", "phone", PHONE), json("name", SENTENCE));
    worker
        .post(
            path + "/refer-to-mediation",
            json(
                "parties", sides,
                "consents", List.of(true, true),
                "recordedOnBehalf", json("evidence", SENTENCE)))
        .ok();
  }

  private static void plantInABatch(Person clerk) {
    clerk
        .post(
            "/petitions/batches",
            json(
                "project",
                SENTENCE,
                "division",
                GRID.substring(0, 12),
                "reinspectAt",
                "2030-01-05T09:00:00+08:00",
                "category",
                "noise",
                "items",
                List.of(json("title", SENTENCE, "description", SENTENCE, "address", SENTENCE))))
        .created();
  }

  private static void plantWhereItIsRefused(Person worker, String path) {
    worker.post("/petitions", "{\"title\":\"" + SENTENCE + "\",");
    worker.post("/petitions", request("noise", GRID, SENTENCE, SENTENCE));
    worker.post("/petitions", request("noise", GRID, "kind", SENTENCE));
    worker.post("/petitions", request(SENTENCE, GRID));
    worker.post("/petitions", request("noise", SENTENCE));
    worker.post(path + "/dispatch", json("organisation", SENTENCE));
    worker.post(path + "/reject", json("code", SENTENCE, "reason", SENTENCE, "rightChannel", WORD));
    worker.key(SENTENCE.replaceAll("[^ -~]", "x")).post(path + "/accept");
    worker.get("/petitions/" + encoded(SENTENCE));
    nobody().get("/tracking/" + encoded(SENTENCE));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> found(List<String> texts) {
    var found = new ArrayList<String>();
    texts.forEach(text ->
        CANARIES.stream().filter(text::contains).forEach(it -> found.add(around(text, it))));
    return found;
  }

  private static String around(String text, String canary) {
    int at = text.indexOf(canary);
    return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60));
  }

  /** Raw bytes, so that binary fields are looked into as well. */
  private static List<String> databases() {
    var client = LocalServers.mongo().client();
    var texts = new ArrayList<String>();
    for (var name : List.of("petition", "mediation", "gateway")) {
      var database = client.getDatabase(name);
      for (var collection : database.listCollectionNames()) {
        for (var document : database.getCollection(collection, RawBsonDocument.class).find()) {
          var bytes = document.getByteBuffer().array();
          texts.add(name + "." + collection + " " + new String(bytes, StandardCharsets.UTF_8));
        }
      }
    }
    return texts;
  }

  /** Waits for the last events of both: what is under way must be seen, too. */
  private static List<String> topics(String id, String dispute, List<String> apart) {
    await()
        .until(() ->
            isThere(id, "Reopened")
                && isThere(dispute, "RemediesTold")
                && isThere(apart.getFirst(), "DisputeClosed")
                && isThere(apart.getLast(), "HandedOver"));
    return read();
  }

  private static boolean isThere(String id, String event) {
    return read().stream().anyMatch(text -> text.contains(id) && text.contains(event));
  }

  private static List<String> read() {
    var texts = new ArrayList<String>();
    var settings = Map.<String, Object>of("bootstrap.servers", LocalServers.brokers());
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.listTopics().entrySet().stream()
              .filter(topic -> topic.getKey().startsWith("linli"))
              .flatMap(topic -> topic.getValue().stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        consumer.poll(Duration.ofMillis(200)).forEach(each -> texts.add(text(each)));
      }
    }
    return texts;
  }

  private static String text(ConsumerRecord<byte[], byte[]> read) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(read.topic().getBytes(StandardCharsets.UTF_8));
    if (read.key() != null) {
      bytes.writeBytes(read.key());
    }
    read.headers().forEach(header -> bytes.writeBytes(header.value()));
    if (read.value() != null) {
      bytes.writeBytes(read.value());
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
