package cn.linli.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Facets;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Voted;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Vote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCodecTest {

  private final EventCodec<PetitionEvent> codec = EventCodec.of(PetitionEvent.class);
  private final Stamp stamp = aStamp();

  static Stamp aStamp() {
    return new Stamp(
        LocalDate.parse("2026-01-05"),
        Instant.parse("2026-01-05T02:00:00Z"),
        List.of("37", "3706", "370602"));
  }

  static Voted aVote() {
    var facets =
        new Facets(Kind.COMPLAINT, Regime.HOTLINE, "heating", Channel.BUILDING_LEAD, false);
    var vote = new Vote(LocalDate.parse("2026-01-05"), true, Answer.PARTLY, null, 4);
    return new Voted(facets, true, vote, null, null);
  }

  @Test
  void an_event_and_its_stamp_survive_the_wire() {
    var event = aVote();

    String json = codec.encode(event, stamp);

    assertThat(json)
        .contains(
            "\"kind\":\"complaint\"", "\"channel\":\"building-lead\"", "\"resolved\":\"partly\"")
        .contains("\"day\":\"2026-01-05\"", "\"recordedAt\":\"2026-01-05T02:00:00Z\"")
        .doesNotContain("happenedAt");
    assertThat(codec.decode("cn.linli.petition.Voted.v1", json))
        .isEqualTo(new EventCodec.Decoded<>(event, stamp));
  }

  @Test
  void an_answer_is_true_false_or_partly() {
    for (Answer answer : Answer.values()) {
      var event =
          new Voted(
              new Facets(Kind.APPEAL, Regime.HOTLINE, "c", Channel.APP, false),
              false,
              new Vote(LocalDate.EPOCH, null, answer, true, null),
              null,
              null);
      assertThat(codec.decode(codec.type(event), codec.encode(event, stamp)).event())
          .isEqualTo(event);
    }
  }

  @Test
  void the_division_is_read_without_parsing() {
    assertThat(EventCodec.division(codec.encode(aVote(), stamp))).isEqualTo("370602");
    var quarantined = new Stamp(stamp.day(), stamp.recordedAt(), List.of("unknown"));
    assertThat(EventCodec.division(codec.encode(aVote(), quarantined))).isEqualTo("unknown");
    assertThatThrownBy(() -> EventCodec.division("{\"a\":\"b\",\"path\":[]}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_can_not_be_read_says_why() {
    assertThatThrownBy(() -> codec.decode("cn.linli.petition.Unheard.v1", "{}"))
        .isInstanceOf(UndecodableEvent.class)
        .hasMessageContaining("unknown event type");
    assertThatThrownBy(() -> codec.decode("cn.linli.petition.Voted.v1", "{"))
        .isInstanceOf(UndecodableEvent.class);
  }
}
