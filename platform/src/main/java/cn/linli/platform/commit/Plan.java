package cn.linli.platform.commit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** What a batch decided on: documents to write in one transaction, and answers to give after it. */
final class Plan {

  /** A document and the command it is written for. */
  record Owned<T>(T document, Pending owner) {}

  /** A state to write: as loaded and as it shall be. */
  record Change(StreamState base, StreamState after, String json, Document indexed) {}

  private static final Comparator<Owned<JournalEntry>> BY_STREAM_AND_VERSION =
      Comparator.comparing((Owned<JournalEntry> owned) -> owned.document().stream())
          .thenComparing(owned -> owned.document().version());

  private final Map<StreamId, StreamState> base;
  private final Map<StreamId, StreamState> now = new HashMap<>();
  private final List<Owned<JournalEntry>> entries = new ArrayList<>();
  private final List<Owned<RawBsonDocument>> vault = new ArrayList<>();
  private final List<Owned<Beside>> besides = new ArrayList<>();
  private final Map<Pending, Outcome> answers = new LinkedHashMap<>();
  private final Map<StreamId, Pending> lastWriter = new HashMap<>();
  private final List<Owned<Change>> changes = new ArrayList<>();
  private final Set<StreamId> reliedOn = new HashSet<>();
  private List<Pending> rest = List.of();
  private long bytes;

  Plan(Map<StreamId, StreamState> base) {
    this.base = base;
  }

  Map<StreamId, StreamState> base() {
    return base;
  }

  /** Sorted by (s,k), so that two writers meet on their first common stream. */
  List<Owned<JournalEntry>> entries() {
    entries.sort(BY_STREAM_AND_VERSION);
    return entries;
  }

  List<Owned<RawBsonDocument>> vault() {
    return vault;
  }

  List<Owned<Beside>> besides() {
    return besides;
  }

  List<Owned<Change>> changes() {
    return changes;
  }

  Map<Pending, Outcome> answers() {
    return answers;
  }

  /** Commands that are neither done nor known to have been. */
  List<Pending> failed() {
    var failed = new ArrayList<Pending>();
    answers.forEach((pending, outcome) -> {
      if (outcome instanceof Outcome.Refused
          || outcome instanceof Outcome.VersionConflict
          || outcome instanceof Outcome.Broken) {
        failed.add(pending);
      }
    });
    return failed;
  }

  /** Commands that no longer fitted into this transaction. */
  List<Pending> rest() {
    return rest;
  }

  boolean writes() {
    return !entries.isEmpty();
  }

  Set<StreamId> written() {
    return lastWriter.keySet();
  }

  /**
   * Streams whose state made a command fail and that this transaction does not write: nothing
   * proves yet that the state was the newest.
   */
  Set<StreamId> unprovenReliance() {
    var unproven = new HashSet<>(reliedOn);
    unproven.removeAll(lastWriter.keySet());
    return unproven;
  }

  /** The state after all that was decided so far. */
  StreamState after(StreamId stream) {
    StreamState state = now.get(stream);
    return state == null ? base.get(stream) : state;
  }

  void add(Pending owner, Draft draft) {
    for (JournalEntry entry : draft.entries()) {
      entries.add(new Owned<>(entry, owner));
      lastWriter.put(entry.stream(), owner);
      now.put(entry.stream(), draft.states().get(entry.stream()));
    }
  }

  void addVault(Pending owner, List<RawBsonDocument> documents) {
    documents.forEach(document -> vault.add(new Owned<>(document, owner)));
  }

  void addBesides(Pending owner, List<Beside> more) {
    more.forEach(beside -> besides.add(new Owned<>(beside, owner)));
  }

  void addChange(StreamId stream, Change change) {
    changes.add(new Owned<>(change, lastWriter.get(stream)));
  }

  Pending lastWriter(StreamId stream) {
    return lastWriter.get(stream);
  }

  void answer(Pending pending, Outcome outcome) {
    answers.put(pending, outcome);
  }

  void relyOn(List<StreamId> streams) {
    reliedOn.addAll(streams);
  }

  /** Bytes to write, roughly. */
  long bytes() {
    return bytes;
  }

  void grow(long more) {
    bytes += more;
  }

  void leaveFor(List<Pending> later) {
    rest = List.copyOf(later);
  }
}
