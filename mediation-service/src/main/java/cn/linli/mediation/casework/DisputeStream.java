package cn.linli.mediation.casework;

import cn.linli.platform.commit.StreamId;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import java.util.regex.Pattern;

/** Names of disputes' streams: {@code d:<id>}. */
public final class DisputeStream {

  static final String KIND = "d";
  private static final Pattern ID = Pattern.compile("[0-9a-z]{26}");

  private DisputeStream() {}

  public static StreamId of(String id) {
    return new StreamId(KIND, id);
  }

  /** From a path: what can't be an id is not there. */
  public static StreamId fromPath(String id) {
    if (!isId(id)) {
      throw new ProblemException(Problem.notFound());
    }
    return of(id);
  }

  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
