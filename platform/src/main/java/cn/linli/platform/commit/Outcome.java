package cn.linli.platform.commit;

import cn.linli.platform.decide.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What became of a command. */
public sealed interface Outcome {

  /**
   * In the journal, majority-committed.
   *
   * @param hit true if an earlier command with the same key did it
   * @param version {@code k} of that command on the primary stream: its ETag
   * @param states states of the touched streams after this commit; empty on a hit (read it as it is
   *     now)
   */
  record Done(
      boolean hit,
      StreamId primary,
      long version,
      int status,
      Instant at,
      Map<StreamId, Object> states)
      implements Outcome {}

  record Refused(Refusal refusal) implements Outcome {}

  /** 412: {@code actual} is the version found. */
  record VersionConflict(long actual) implements Outcome {}

  /** 409: the key was used with other input. */
  record KeyConflict() implements Outcome {}

  /** 503 {@code overloaded}: nothing happened. */
  record Overloaded(Duration retryAfter) implements Outcome {}

  /** 503 {@code outcome-unknown}: ask again with the same key. */
  record Unknown(Duration retryAfter) implements Outcome {}

  /** 413/500: this command alone can't be written (too large, not encodable). */
  record Broken(String code, String message) implements Outcome {
    /** An event, a state or the whole commit is larger than allowed: 413. */
    public static final String TOO_LARGE = "commit-too-large";

    /** A rule, an encoder or the store failed on this command: 500. */
    public static final String FAILED = "command-failed";

    /** The command names no stream, too many, one twice, or one of an unknown kind: 500. */
    public static final String MALFORMED = "command-malformed";
  }
}
