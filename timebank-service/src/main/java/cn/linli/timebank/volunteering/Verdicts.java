package cn.linli.timebank.volunteering;

import cn.linli.events.Event;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** From what rules say to what a command does. */
public final class Verdicts {

  private Verdicts() {}

  public static <E extends Event> Verdict of(StreamId stream, Decision<E> decision) {
    return of(stream, decision, _ -> new Verdict.Accept(List.of()));
  }

  /**
   * @param more what else happens in the same commit, or why it can't
   */
  public static <E extends Event> Verdict of(
      StreamId stream, Decision<E> decision, Function<List<E>, Verdict> more) {
    return switch (decision) {
      case Decision.Refused<E>(var refusal) -> new Verdict.Refuse(refusal);
      case Decision.Accepted<E>(var events) ->
          switch (more.apply(events)) {
            case Verdict.Refuse refused -> refused;
            case Verdict.Accept(var changes) -> {
              var all = new ArrayList<Change>();
              all.add(new Change(stream, events));
              all.addAll(changes);
              yield new Verdict.Accept(all);
            }
          };
    };
  }
}
