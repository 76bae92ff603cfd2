package cn.linli.platform.relay;

import java.util.ArrayList;
import java.util.List;

/**
 * What an audit found.
 *
 * @param events on the topic
 * @param streams in topic or journal
 * @param unpublished events of the journal that are not on the topic
 * @param faultCount all faults
 * @param faults the first {@value #FAULTS_KEPT_MAX}
 */
public record AuditVerdict(
    long events, long streams, long unpublished, long faultCount, List<Fault> faults) {

  static final int FAULTS_KEPT_MAX = 100;

  public AuditVerdict {
    faults = List.copyOf(faults);
  }

  /** Topic and journal tell the same, except for what is not published yet. */
  public boolean sound() {
    return faultCount == 0;
  }

  /** Sound, and nothing is left to publish. */
  public boolean complete() {
    return sound() && unpublished == 0;
  }

  /**
   * @param where stream, or topic and partition
   */
  public record Fault(Kind kind, String where, String found) {}

  public enum Kind {
    /** A record's {@code n} does not follow the one before it in its partition. */
    NUMBER_NOT_DENSE,
    /** An event's sequence does not follow the one before it in its stream. */
    SEQUENCE_NOT_DENSE,
    WRONG_PARTITION,
    /** Headers that contradict each other or are missing. */
    MALFORMED,
    ON_TOPIC_NOT_IN_JOURNAL,
    CONTENT_DIFFERS,
    JOURNAL_NOT_DENSE
  }

  static final class Builder {
    private final List<Fault> faults = new ArrayList<>();
    private long events;
    private long streams;
    private long unpublished;
    private long faultCount;

    void fault(Kind kind, String where, String found) {
      faultCount++;
      if (faults.size() < FAULTS_KEPT_MAX) {
        faults.add(new Fault(kind, where, found));
      }
    }

    void event() {
      events++;
    }

    void stream(long unpublishedEvents) {
      streams++;
      unpublished += unpublishedEvents;
    }

    AuditVerdict build() {
      return new AuditVerdict(events, streams, unpublished, faultCount, faults);
    }
  }
}
