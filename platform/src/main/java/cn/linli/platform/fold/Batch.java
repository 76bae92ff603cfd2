package cn.linli.platform.fold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Records that are applied together, merged as they come, with the positions around them. */
final class Batch {

  private final Fold fold;
  private final Map<TopicPartition, Position> from;
  private final Map<TopicPartition, Position> to = new HashMap<>();
  private final List<FoldRecord> records = new ArrayList<>();
  private final List<Poison> poisons = new ArrayList<>();
  private final Tally tally;
  private final long startedAtNanos = System.nanoTime();
  private long bytes;
  private long lastTimestampMillis;

  /**
   * @param from the positions of all partitions before it
   */
  Batch(Fold fold, Map<TopicPartition, Position> from) {
    this.fold = fold;
    this.from = Map.copyOf(from);
    this.tally = new Tally(fold);
  }

  /**
   * Takes the next record of its partition.
   *
   * @throws GapInRecords if it is not the next one
   */
  void add(FoldRecord record, long timestampMillis) {
    var partition = new TopicPartition(record.topic(), record.partition());
    Position before = to.getOrDefault(partition, from.get(partition));
    if (record.n() != before.n() + 1) {
      throw new GapInRecords(partition, before.n() + 1, record.n());
    }
    to.put(partition, before.after(record));
    records.add(record);
    bytes += record.value().length;
    lastTimestampMillis = Math.max(lastTimestampMillis, timestampMillis);
    try {
      fold.fold(record, tally);
    } catch (RuntimeException e) { // a fold is pure: whatever it throws is this record's fault
      poisons.add(Poison.of(record, e));
    }
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  int size() {
    return records.size();
  }

  long bytes() {
    return bytes;
  }

  int cells() {
    return tally.size();
  }

  long ageNanos() {
    return System.nanoTime() - startedAtNanos;
  }

  long lastTimestampMillis() {
    return lastTimestampMillis;
  }

  Map<TopicPartition, Position> from() {
    return from;
  }

  /** Positions of the partitions it moves. */
  Map<TopicPartition, Position> to() {
    return to;
  }

  /** Positions of all partitions after it. */
  Map<TopicPartition, Position> after() {
    var after = new HashMap<>(from);
    after.putAll(to);
    return after;
  }

  Tally tally() {
    return tally;
  }

  List<Poison> poisons() {
    return poisons;
  }

  /** The same records as two batches, to find the one that can't be written. */
  List<Batch> halves() {
    int middle = records.size() / 2;
    var first = part(from, records.subList(0, middle));
    return List.of(first, part(first.after(), records.subList(middle, records.size())));
  }

  /** A batch of one that counts nothing and names its record. */
  Batch passing(Exception cause) {
    var passing = new Batch(new NothingFolded(fold), from);
    passing.add(records.getFirst(), lastTimestampMillis);
    passing.poisons.add(Poison.of(records.getFirst(), cause));
    return passing;
  }

  private Batch part(Map<TopicPartition, Position> start, List<FoldRecord> part) {
    var batch = new Batch(fold, start);
    part.forEach(record -> batch.add(record, lastTimestampMillis));
    return batch;
  }

  private record NothingFolded(Fold of) implements Fold {
    @Override
    public String subject() {
      return of.subject();
    }

    @Override
    public int version() {
      return of.version();
    }

    @Override
    public void fold(FoldRecord record, Counts into) {
      // counts nothing on purpose: the record is passed
    }
  }
}
