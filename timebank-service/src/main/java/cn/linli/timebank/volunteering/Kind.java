package cn.linli.timebank.volunteering;

import cn.linli.events.Event;
import cn.linli.platform.casework.StreamName;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import java.util.regex.Pattern;

/**
 * A kind of stream with ids made by commands.
 *
 * @param <S> the state
 * @param <E> its events
 */
public abstract class Kind<S, E extends Event> extends PlainKind<S, E> {

  private static final Pattern ID = Pattern.compile(StreamName.ID);
  private static final int SCHEMA = 1;

  protected Kind(String name, Class<S> states, Class<E> events, S initial) {
    super(name, SCHEMA, states, events, initial);
  }

  /** From a path: what can't be an id is not there. */
  public static StreamId fromPath(String kind, String id) {
    return new StreamName(kind, ID).fromPath(id);
  }

  /** From a body: what can't be an id is refused with a code of its own. */
  public static StreamId named(String kind, String id, String code) {
    if (!ID.matcher(id).matches()) {
      throw new ProblemException(Problem.of(422, code));
    }
    return new StreamId(kind, id);
  }
}
