package cn.linli.platform.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.CloudEventHeaders;
import cn.linli.platform.relay.AuditVerdict.Fault;
import cn.linli.platform.relay.AuditVerdict.Kind;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicAuditTest {

  private final RelayWorld world = RelayWorld.fresh();

  @BeforeEach
  void publish() {
    Relay relay = world.relay();
    Expect.following(relay);
    for (int i = 0; i < 12; i++) {
      world.commit("petition:a" + i % 5, 1 + i % 2);
    }
    Expect.allPublishedOnce(world);
    relay.close();
  }

  @AfterEach
  void close() throws Exception {
    world.close();
  }

  @Test
  void a_sound_topic_is_complete() {
    AuditVerdict verdict = audit();
    assertThat(verdict).isEqualTo(new AuditVerdict(world.committedEvents(), 5, 0, 0, List.of()));
    assertThat(verdict.complete()).isTrue();
  }

  @Test
  void more_streams_than_fit_are_read_in_slices_with_the_same_verdict() {
    assertThat(new TopicAudit(world.database, world.settings, 2).run()).isEqualTo(audit());
  }

  @Test
  void what_is_not_published_yet_is_counted_not_blamed() {
    world.commit("petition:a1", 3);
    world.commit("petition:new", 1);
    AuditVerdict verdict = audit();
    assertThat(verdict.sound()).isTrue();
    assertThat(verdict.complete()).isFalse();
    assertThat(verdict.unpublished()).isEqualTo(4);
  }

  @Test
  void a_doubled_event_is_found_by_stream_and_by_partition() {
    send("petition:a1", world.lastSequence.get("petition:a1"), 1, "{}");
    assertThat(audit().faults())
        .extracting(Fault::kind)
        .contains(Kind.SEQUENCE_NOT_DENSE, Kind.NUMBER_NOT_DENSE, Kind.CONTENT_DIFFERS);
  }

  @Test
  void an_event_that_nobody_committed_is_found() {
    send("petition:ghost", 1, 99, "{}");
    assertThat(audit().faults())
        .extracting(Fault::kind, Fault::where)
        .contains(
            org.assertj.core.groups.Tuple.tuple(Kind.ON_TOPIC_NOT_IN_JOURNAL, "petition:ghost"));
  }

  @Test
  void a_lost_event_leaves_a_hole_in_the_journal_or_other_bytes() {
    String id = "petition:a2:0000000001";
    world.journal().updateOne(Filters.eq("_id", id), Updates.set("e.0.d", "{\"other\":1}"));
    assertThat(audit().faults()).extracting(Fault::kind).containsExactly(Kind.CONTENT_DIFFERS);

    world.journal().deleteOne(Filters.eq("_id", id));
    assertThat(audit().faults()).extracting(Fault::kind).contains(Kind.JOURNAL_NOT_DENSE);
  }

  @Test
  void a_record_without_our_headers_is_named_by_its_place() {
    commit(new ProducerRecord<>(world.settings.topic(), 0, new byte[1], new byte[1]));
    assertThat(audit().faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.kind()).isEqualTo(Kind.MALFORMED);
          assertThat(fault.where()).startsWith(world.settings.topic() + "-0@");
        });
  }

  private AuditVerdict audit() {
    return new TopicAudit(world.database, world.settings).run();
  }

  private void send(String stream, long sequence, long n, String json) {
    byte[] key = stream.getBytes(UTF_8);
    int partition = RelaySettings.partition(key, RelayWorld.PARTITIONS);
    var forged = new ProducerRecord<>(world.settings.topic(), partition, key, json.getBytes(UTF_8));
    CloudEventHeaders.write(
        new CloudEventHeaders.Envelope(
            stream, sequence, RelayWorld.TYPE, java.time.Instant.EPOCH, "x", "x", "x", "37"),
        n,
        forged.headers()::add);
    commit(forged);
  }

  /**
   * A commit is answered before every partition shows it; whoever fences its producer waits for
   * that.
   */
  private void commit(ProducerRecord<byte[], byte[]> entry) {
    String forger = "forger-" + world.settings.topic();
    try (var producer = KafkaClients.transactionalProducer(world.settings.brokers(), forger);
        var next = KafkaClients.transactionalProducer(world.settings.brokers(), forger)) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(entry);
      producer.commitTransaction();
      next.initTransactions();
    }
  }
}
