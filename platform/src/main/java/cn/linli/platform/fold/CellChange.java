package cn.linli.platform.fold;

import java.util.HashMap;
import java.util.Map;

/** What one batch adds to one cell: field path to sum. The id does not name a generation. */
public final class CellChange {

  private final String id;
  private final Map<String, Long> fields = new HashMap<>();

  public CellChange(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  public Map<String, Long> fields() {
    return fields;
  }

  void add(String field, long delta) {
    fields.merge(field, delta, Long::sum);
  }
}
