package cn.linli.platform.casework;

import cn.linli.platform.commit.StreamId;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import java.util.regex.Pattern;

/**
 * Names of the streams of one kind.
 *
 * @param kind first part of them
 * @param keys what their other part may look like, in a path
 */
public record StreamName(String kind, Pattern keys) {

  /** What an id that was made looks like: 26 characters. */
  public static final String ID = "[0-9a-z]{26}";

  /** Streams whose keys are ids that were made. */
  public static StreamName ofIds(String kind) {
    return of(kind, ID);
  }

  /**
   * @param keys a regular expression
   */
  public static StreamName of(String kind, String keys) {
    return new StreamName(kind, Pattern.compile(keys));
  }

  public StreamId stream(String key) {
    return new StreamId(kind, key);
  }

  /** From a path: what can't be a key is not there. */
  public StreamId fromPath(String key) {
    if (!isKey(key)) {
      throw new ProblemException(Problem.notFound());
    }
    return stream(key);
  }

  public boolean isKey(String text) {
    return keys.matcher(text).matches();
  }
}
