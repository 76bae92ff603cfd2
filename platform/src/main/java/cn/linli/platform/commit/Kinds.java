package cn.linli.platform.commit;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All kinds of streams of a service. */
public final class Kinds {

  private final Map<String, KindCodec<?, ?>> byName = new HashMap<>();

  /**
   * @param pathOf codes of a division's ancestors, itself last; {@code ["unknown"]} in quarantine
   * @param zone the tenant's zone, in which an event's day is counted
   */
  public Kinds(
      Collection<? extends StreamKind<?, ?>> kinds,
      Function<String, List<String>> pathOf,
      ZoneId zone) {
    for (StreamKind<?, ?> kind : kinds) {
      if (byName.put(kind.name(), new KindCodec<>(kind, pathOf, zone)) != null) {
        throw new IllegalArgumentException("two kinds of stream named " + kind.name());
      }
    }
    for (String name : byName.keySet()) {
      for (String other : byName.keySet()) {
        // Otherwise documents of both would mix in the order of the journal's ids.
        if (other.startsWith(name + ":")) {
          throw new IllegalArgumentException(other + " lies inside the kind of stream " + name);
        }
      }
    }
  }

  public boolean knows(StreamId stream) {
    return byName.containsKey(stream.kind());
  }

  public KindCodec<?, ?> of(StreamId stream) {
    KindCodec<?, ?> codec = byName.get(stream.kind());
    if (codec == null) {
      throw new IllegalArgumentException("unknown kind of stream: " + stream.kind());
    }
    return codec;
  }
}
