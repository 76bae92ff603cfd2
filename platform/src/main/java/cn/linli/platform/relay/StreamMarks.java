package cn.linli.platform.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.platform.relay.AuditVerdict.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How far each stream of one slice is on the topic and in the journal, with a hash of both. */
final class StreamMarks {

  /** More streams in this slice than fit. */
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("more streams than fit in one pass", null, false, false);
    }
  }

  private static final class Mark {
    long onTopic;
    long topicHash;
    long version;
    long inJournal;
    long journalHash;
  }

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final int slice;
  private final int slices;
  private final int streamsMax;
  private final AuditVerdict.Builder verdict;
  private final Map<String, Mark> marks = new HashMap<>();

  StreamMarks(int slice, int slices, int streamsMax, AuditVerdict.Builder verdict) {
    this.slice = slice;
    this.slices = slices;
    this.streamsMax = streamsMax;
    this.verdict = verdict;
  }

  boolean concerns(String stream) {
    long mixed = stream.hashCode() * FACTOR >>> Integer.SIZE;
    return mixed % slices == slice;
  }

  void onTopic(String stream, long sequence, String type, byte[] json) {
    Mark mark = mark(stream);
    verdict.event();
    if (sequence != mark.onTopic + 1) {
      verdict.fault(
          Kind.SEQUENCE_NOT_DENSE, stream, "%d after %d".formatted(sequence, mark.onTopic));
    }
    mark.onTopic = sequence;
    mark.topicHash = mixed(mark.topicHash, type, json);
  }

  long version(String stream) {
    Mark mark = marks.get(stream);
    return mark == null ? 0 : mark.version;
  }

  void inJournal(JournalCommit commit) {
    Mark mark = mark(commit.stream());
    if (commit.k() != mark.version + 1 || commit.firstSequence() != mark.inJournal + 1) {
      verdict.fault(
          Kind.JOURNAL_NOT_DENSE,
          commit.stream(),
          "k %d after %d, n0 %d after %d"
              .formatted(commit.k(), mark.version, commit.firstSequence(), mark.inJournal));
    }
    mark.version = commit.k();
    for (JournalCommit.Entry event : commit.events()) {
      mark.inJournal++;
      if (mark.inJournal <= mark.onTopic) {
        mark.journalHash = mixed(mark.journalHash, event.type(), event.json().getBytes(UTF_8));
      }
    }
  }

  void compare() {
    marks.forEach((stream, mark) -> {
      if (mark.onTopic > mark.inJournal) {
        verdict.fault(
            Kind.ON_TOPIC_NOT_IN_JOURNAL,
            stream,
            "%d on the topic, %d in the journal".formatted(mark.onTopic, mark.inJournal));
      } else if (mark.topicHash != mark.journalHash) {
        verdict.fault(Kind.CONTENT_DIFFERS, stream, "up to sequence " + mark.onTopic);
      }
      verdict.stream(Math.max(0, mark.inJournal - mark.onTopic));
    });
  }

  private Mark mark(String stream) {
    Mark known = marks.get(stream);
    if (known != null) {
      return known;
    }
    if (marks.size() == streamsMax) {
      throw new TooMany();
    }
    var mark = new Mark();
    marks.put(stream, mark);
    return mark;
  }

  private static long mixed(long hash, String type, byte[] json) {
    return (hash + type.hashCode()) * FACTOR + Arrays.hashCode(json);
  }
}
