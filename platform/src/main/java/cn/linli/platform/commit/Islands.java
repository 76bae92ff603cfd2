package cn.linli.platform.commit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Commands that share streams, directly or through others, stay together and in order: an island
 * can leave a batch without another one noticing.
 */
final class Islands {

  private final Map<StreamId, StreamId> parent = new HashMap<>();
  private final List<Pending> batch;

  private Islands(List<Pending> batch) {
    this.batch = batch;
    for (Pending pending : batch) {
      StreamId first = root(pending.command.primary());
      for (StreamId stream : pending.command.streams()) {
        parent.put(root(stream), first);
      }
    }
  }

  /** The islands of a batch in the order of their first commands. */
  static List<List<Pending>> of(List<Pending> batch) {
    var islands = new Islands(batch);
    var byRoot = new LinkedHashMap<StreamId, List<Pending>>();
    for (Pending pending : batch) {
      byRoot
          .computeIfAbsent(islands.root(pending.command.primary()), root -> new ArrayList<>())
          .add(pending);
    }
    return List.copyOf(byRoot.values());
  }

  /** All commands on the islands of these streams, in order. */
  static List<Pending> around(List<Pending> batch, Set<StreamId> streams) {
    var islands = new Islands(batch);
    var roots = new HashSet<StreamId>();
    streams.forEach(stream -> roots.add(islands.root(stream)));
    return batch.stream()
        .filter(pending -> roots.contains(islands.root(pending.command.primary())))
        .toList();
  }

  private StreamId root(StreamId stream) {
    StreamId current = stream;
    while (true) {
      StreamId above = parent.putIfAbsent(current, current);
      if (above == null || above.equals(current)) {
        return current;
      }
      current = above;
    }
  }
}
