package cn.linli.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.events.CloudEventHeaders.Envelope;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Voted;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudEventHeadersTest {

  private static final Instant AT = Instant.parse("2026-01-05T02:00:00Z");

  private final EventCodec<PetitionEvent> codec = EventCodec.of(PetitionEvent.class);
  private final Envelope envelope =
      new Envelope(
          "petition:abc",
          7,
          "cn.linli.petition.Voted.v1",
          AT,
          "resident@370602#x",
          "thread-1",
          "command-1",
          "370602003006");

  @Test
  void every_attribute_is_a_header_in_binary_mode() {
    assertThat(written(3))
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_id", "petition:abc:7")
        .containsEntry("ce_source", "/linli/petition")
        .containsEntry("ce_type", "cn.linli.petition.Voted.v1")
        .containsEntry("ce_subject", "petition:abc")
        .containsEntry("ce_time", "2026-01-05T02:00:00.000Z")
        .containsEntry("ce_sequence", "0000000007")
        .containsEntry("ce_correlationid", "thread-1")
        .containsEntry("ce_causationid", "command-1")
        .containsEntry("ce_division", "370602003006")
        .containsEntry("ce_dataclassification", "internal")
        .containsEntry("ce_actor", "resident@370602#x")
        .containsEntry("content-type", "application/json")
        .containsEntry("n", "3")
        .hasSize(15);
    assertThat(written(3).get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  @Test
  void one_correlation_is_one_trace_and_each_event_a_span_of_its_own() {
    String first = TraceParent.of("thread-1", "petition:abc:1");
    String second = TraceParent.of("thread-1", "dispute:def:1");

    assertThat(first.substring(0, 35)).isEqualTo(second.substring(0, 35));
    assertThat(first).isNotEqualTo(second);
    assertThat(TraceParent.of("thread-2", "petition:abc:1"))
        .doesNotStartWith(first.substring(0, 35));
  }

  @Test
  void a_record_is_read_back_as_it_was_recorded() {
    var event = EventCodecTest.aVote();
    byte[] value = codec.encode(event, EventCodecTest.aStamp()).getBytes(UTF_8);
    Map<String, String> headers = written(3);

    Recorded<PetitionEvent> read = CloudEventHeaders.read(codec, bytes(headers)::get, value);

    assertThat(read)
        .isEqualTo(
            new Recorded<PetitionEvent>(
                "petition:abc",
                7,
                event,
                EventCodecTest.aStamp(),
                "resident@370602#x",
                "thread-1",
                "command-1"));
    assertThat(CloudEventHeaders.n(bytes(headers)::get)).isEqualTo(3);
    assertThat(read.event()).isInstanceOf(Voted.class);
  }

  @Test
  void what_lacks_a_header_or_a_value_is_undecodable_and_says_why() {
    byte[] value = codec.encode(EventCodecTest.aVote(), EventCodecTest.aStamp()).getBytes(UTF_8);
    Map<String, String> headers = written(3);
    headers.remove("ce_subject");

    assertThatThrownBy(() -> CloudEventHeaders.read(codec, bytes(headers)::get, value))
        .isInstanceOf(UndecodableEvent.class)
        .hasMessageContaining("ce_subject is missing");
    assertThatThrownBy(() -> CloudEventHeaders.read(codec, bytes(written(1))::get, null))
        .isInstanceOf(UndecodableEvent.class)
        .hasMessageContaining("no value");
    headers.put("n", "three");
    assertThatThrownBy(() -> CloudEventHeaders.n(bytes(headers)::get))
        .isInstanceOf(UndecodableEvent.class)
        .hasMessageContaining("not a number");
  }

  private Map<String, String> written(long n) {
    Map<String, String> headers = new HashMap<>();
    CloudEventHeaders.write(
        envelope, n, (name, value) -> headers.put(name, new String(value, UTF_8)));
    return headers;
  }

  private static Map<String, byte[]> bytes(Map<String, String> headers) {
    Map<String, byte[]> bytes = new HashMap<>();
    headers.forEach((name, value) -> bytes.put(name, value.getBytes(UTF_8)));
    return bytes;
  }
}
