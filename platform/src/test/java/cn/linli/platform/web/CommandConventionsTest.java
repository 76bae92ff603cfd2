package cn.linli.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.commit.Outcome;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the outer contract promises to whoever changes something. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandConventionsTest {

  private static final String WORKER = "grid-worker@370602003006001";
  private static final String PARCELS = "/api/v1/parcels";
  private static final String GOOD =
      """
      {"division":"370602003006001","size":"small","items":[{"name":"tea","pieces":2}]}\
      """;

  private ParcelServer server;

  @BeforeAll
  void start() {
    server = new ParcelServer();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private String sent() {
    return server.post(PARCELS, GOOD).as(WORKER).send().json().path("id").asString();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  @Test
  void what_is_new_has_a_place_and_a_version_and_reads_as_it_was_answered() {
    var reply = server.post(PARCELS, GOOD).as(WORKER).send();

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("ETag")).isEqualTo("\"1\"");
    assertThat(reply.header("Location"))
        .isEqualTo(PARCELS + "/" + reply.json().path("id").asString());
    var read = server.get(reply.header("Location")).as(WORKER).send();
    assertThat(read.json()).isEqualTo(reply.json());
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void the_same_key_and_body_change_nothing_again() {
    var key = key();
    var first = server.post(PARCELS, GOOD).as(WORKER).header("Idempotency-Key", key).send();
    var moved = GOOD.replace("\"size\":\"small\",", "").replace("}]", "}],  \"size\" : \"small\" ");
    var again = server.post(PARCELS, moved).as(WORKER).header("Idempotency-Key", key).send();

    assertThat(first.header("Idempotency-Hit")).isEmpty();
    assertThat(again.header("Idempotency-Hit")).isEqualTo("true");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.json()).isEqualTo(first.json());
  }

  @Test
  void a_repeated_command_shows_the_resource_as_it_is_now_with_the_version_of_then() {
    var key = key();
    var first = server.post(PARCELS, GOOD).as(WORKER).header("Idempotency-Key", key).send();
    server.post(first.header("Location") + "/open", "").as(WORKER).send();

    var again = server.post(PARCELS, GOOD).as(WORKER).header("Idempotency-Key", key).send();

    assertThat(again.header("ETag")).isEqualTo("\"1\"");
    assertThat(again.json().path("version").asInt()).isEqualTo(2);
    assertThat(again.json().path("open").asBoolean()).isTrue();
  }

  @Test
  void who_may_no_longer_read_it_gets_a_receipt() {
    var key = key();
    var first = server.post(PARCELS, GOOD).as(WORKER).header("Idempotency-Key", key).send();
    server.post(first.header("Location") + "/move", "{\"to\":\"370602004\"}").as(WORKER).send();

    var again = server.post(PARCELS, GOOD).as(WORKER).header("Idempotency-Key", key).send();

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.json().propertyNames()).containsExactlyInAnyOrder("id", "version");
    assertThat(again.json().path("version").asInt()).isEqualTo(1);
  }

  @Test
  void the_same_key_with_another_body_is_a_conflict() {
    var key = key();
    server.post(PARCELS, GOOD).as(WORKER).header("Idempotency-Key", key).send();

    var other =
        server
            .post(PARCELS, GOOD.replace("tea", "rice"))
            .as(WORKER)
            .header("Idempotency-Key", key)
            .send();

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("idempotency-conflict");
  }

  @Test
  void a_key_belongs_to_its_principal_and_its_resource() {
    var key = key();
    var first = server.post(PARCELS, GOOD).as(WORKER).header("Idempotency-Key", key).send();
    var neighbour =
        server
            .post(PARCELS, GOOD)
            .as("resident@370602003006001/li-si")
            .header("Idempotency-Key", key)
            .send();
    var elsewhere =
        server
            .post(first.header("Location") + "/open", "")
            .as(WORKER)
            .header("Idempotency-Key", key)
            .send();

    assertThat(neighbour.header("Idempotency-Hit")).isEmpty();
    assertThat(neighbour.header("Location")).isNotEqualTo(first.header("Location"));
    assertThat(elsewhere.status()).isEqualTo(200);
    assertThat(elsewhere.header("Idempotency-Hit")).isEmpty();
  }

  @Test
  void if_match_lets_only_the_version_through_that_it_names() {
    var path = PARCELS + "/" + sent() + "/open";

    var stale = server.post(path, "").as(WORKER).header("If-Match", "\"7\"").send();
    var exact = server.post(path, "").as(WORKER).header("If-Match", "\"1\"").send();

    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.code()).isEqualTo("version-conflict");
    assertThat(stale.json().path("detail").asString()).contains("1");
    assertThat(exact.status()).isEqualTo(200);
    assertThat(exact.header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void a_rule_that_says_no_is_422_with_its_code_in_two_languages() {
    var path = PARCELS + "/" + sent() + "/open";
    server.post(path, "").as(WORKER).send();

    var chinese = server.post(path, "").as(WORKER).send();
    var english =
        server.post(path, "").as(WORKER).header("Accept-Language", "en-GB,en;q=0.8").send();

    assertThat(chinese.status()).isEqualTo(422);
    assertThat(chinese.code()).isEqualTo("already-open").isEqualTo(english.code());
    assertThat(chinese.json().path("title").asString()).isEqualTo("已经打开过");
    assertThat(english.json().path("title").asString()).isEqualTo("Opened already");
    assertThat(english.header("Content-Language")).isEqualTo("en");
    assertThat(english.json().path("type").asString()).isEqualTo("urn:linli:problem:already-open");
    assertThat(english.json().path("instance").asString()).isEqualTo(path);
  }

  @Test
  void messages_on_fields_are_in_the_language_asked_for() {
    var wrong = GOOD.replace("\"size\":\"small\",", "");

    var chinese = server.post(PARCELS, wrong).as(WORKER).send();
    var english = server.post(PARCELS, wrong).as(WORKER).header("Accept-Language", "en").send();

    assertThat(chinese.json().at("/violations/0/message").asString()).isEqualTo("不能为null");
    assertThat(english.json().at("/violations/0/message").asString()).isEqualTo("must not be null");
  }

  @Test
  void outside_the_scope_a_rule_refuses_with_403() {
    var reply =
        server.post(PARCELS + "/" + sent() + "/open", "").as("community-clerk@370602004001").send();

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("out-of-scope");
  }

  @Test
  void one_signs_for_oneself_and_a_clerk_records_it_with_evidence() {
    var resident = "resident@370602003006001/zhang-san";
    var own = PARCELS + "/" + sent() + "/sign";
    var other = PARCELS + "/" + sent() + "/sign";
    var body = "{\"by\":\"" + resident + "\"}";
    var evidence = "{\"by\":\"zhang-san\",\"recordedOnBehalf\":{\"attachment\":\"a1\"}}";

    assertThat(server.post(own, body).as(resident).send().status()).isEqualTo(200);
    assertThat(server.post(other, evidence).as("community-clerk@370602003006").send().status())
        .isEqualTo(200);
  }

  @Test
  void a_full_house_and_an_unknown_outcome_say_when_to_come_back() {
    server.gate().answerNext(new Outcome.Overloaded(Duration.ofSeconds(2)));
    var overloaded = server.post(PARCELS, GOOD).as(WORKER).send();
    server.gate().answerNext(new Outcome.Unknown(Duration.ofMillis(10)));
    var unknown = server.post(PARCELS, GOOD).as(WORKER).send();

    assertThat(overloaded.status()).isEqualTo(503);
    assertThat(overloaded.code()).isEqualTo("overloaded");
    assertThat(overloaded.header("Retry-After")).isEqualTo("2");
    assertThat(unknown.code()).isEqualTo("outcome-unknown");
    assertThat(unknown.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void the_correlation_of_the_caller_comes_back_and_nonsense_is_replaced() {
    var given = server.get(PARCELS).as(WORKER).header("X-Correlation-Id", "call-17").send();
    var nonsense = server.get(PARCELS).as(WORKER).header("X-Correlation-Id", "<b>").send();

    assertThat(given.header("X-Correlation-Id")).isEqualTo("call-17");
    assertThat(nonsense.header("X-Correlation-Id")).hasSize(26);
  }

  @Test
  void a_slash_at_the_end_is_the_same_address() {
    assertThat(server.post(PARCELS + "/", GOOD).as(WORKER).send().status()).isEqualTo(201);
  }

  @Test
  void a_version_that_only_the_handler_named_is_tried_again_and_one_of_the_caller_is_not() {
    String parcel = PARCELS + "/" + sent() + "/open";
    server.gate().answerNext(new Outcome.VersionConflict(7));
    assertThat(server.post(parcel, "{}").as(WORKER).send().status()).isEqualTo(200);

    String other = PARCELS + "/" + sent() + "/open";
    server.gate().answerNext(new Outcome.VersionConflict(7));
    var reply = server.post(other, "{}").as(WORKER).header("If-Match", "\"1\"").send();
    assertThat(reply.status()).isEqualTo(412);
  }
}
