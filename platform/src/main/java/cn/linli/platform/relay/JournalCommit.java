package cn.linli.platform.relay;

import cn.linli.events.CloudEventHeaders.Envelope;
import cn.linli.events.EventCodec;
import java.time.Instant;
import java.util.List;

/** One journal document as a reader of the journal needs it: what one command added to a stream. */
record JournalCommit(
    String stream,
    long k,
    long firstSequence,
    List<Entry> events,
    String by,
    Instant at,
    String correlation,
    String causation) {

  /**
   * @param json exactly the bytes for the topic
   */
  record Entry(String type, String json) {}

  Envelope envelope(int index) {
    Entry entry = events.get(index);
    return new Envelope(
        stream,
        firstSequence + index,
        entry.type(),
        at,
        by,
        correlation,
        causation,
        EventCodec.division(entry.json()));
  }

  long lastSequence() {
    return firstSequence + events.size() - 1;
  }
}
