package cn.linli.platform.job;

import cn.linli.events.WireName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands.
 *
 * @param kind which handler does it, for instance {@code petition-import}
 * @param by pseudonymous reference of who asked for it
 * @param scope division code of that caller's scope
 * @param parameters what the handler needs beside the file; codes only
 * @param rows how many rows of the input are dealt with
 * @param counts what became of them, by name
 * @param results what it made, by name: codes and names only
 * @param failure code of what ended it, if it failed
 */
public record Job(
    String id,
    String kind,
    String by,
    String scope,
    Map<String, String> parameters,
    State state,
    long rows,
    Map<String, Long> counts,
    Map<String, String> results,
    @Nullable String failure,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  public enum State implements WireName {
    /** Its file is coming in. */
    RECEIVING,
    QUEUED,
    RUNNING,
    DONE,
    FAILED
  }

  public Job {
    parameters = Map.copyOf(parameters);
    counts = Map.copyOf(counts);
    results = Map.copyOf(results);
  }
}
