package cn.linli.platform.commit;

import cn.linli.platform.decide.Refusal;
import java.util.List;

/** What time alone brings: the names under which it is written, and the nudge a timer sends. */
public final class Due {

  /** {@code by} of what no person did. */
  public static final String ACTOR = "timer";

  /** Answer to a nudge that came when nothing was due any more. */
  public static final String NOTHING_DUE = "nothing-due";

  static final String INPUT_HASH = "timer";

  private static final int STATUS_OK = 200;

  private Due() {}

  /** {@code <s>/due/<k that armed it>}: one command for each time a due instant is set. */
  public static String commandId(StreamId stream, long armedBy) {
    return stream + "/due/" + armedBy;
  }

  /**
   * A command that itself does nothing: every command first applies what has fallen due on its
   * streams. Done if that was what it was sent for, else refused with {@link #NOTHING_DUE}.
   */
  public static Command nudge(StreamId stream, long armedBy, String correlation) {
    String id = commandId(stream, armedBy);
    return new Command(
        id,
        true,
        INPUT_HASH,
        List.of(stream),
        null,
        ACTOR,
        correlation,
        id,
        STATUS_OK,
        List.of(),
        streams -> new Command.Verdict.Refuse(Refusal.of(NOTHING_DUE)));
  }
}
