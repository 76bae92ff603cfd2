package cn.linli.platform.commit;

/**
 * The name of a stream: a kind, a colon, a key without colon ({@code petition:0f3k…}, {@code
 * x:external:9a…}). The kind is all before the last colon.
 */
public record StreamId(String kind, String key) implements Comparable<StreamId> {

  public StreamId {
    if (kind.isEmpty() || key.isEmpty() || key.indexOf(':') >= 0) {
      throw new IllegalArgumentException("not a stream: " + kind + ":" + key);
    }
  }

  public static StreamId parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("not a stream: " + text);
    }
    return new StreamId(text.substring(0, colon), text.substring(colon + 1));
  }

  /** In the order of kinds, then of keys: the same for every writer. */
  @Override
  public int compareTo(StreamId other) {
    int kinds = kind.compareTo(other.kind);
    return kinds == 0 ? key.compareTo(other.key) : kinds;
  }

  @Override
  public String toString() {
    return kind + ":" + key;
  }
}
