package cn.linli.timebank.casework;

import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.casework.Banking.Seen;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a capability has bound to a passbook: asked when two passbooks of one person become one, so
 * that nothing is left behind. Every bean of this type is asked.
 */
@FunctionalInterface
public interface Bound {

  /** What moves of one kind: more than anybody has, and all kinds fit in one commit. */
  int MOVED_MAX = 100;

  /** What is looked through for promises, the latest first. */
  int LOOKED_THROUGH_MAX = 500;

  /**
   * As it stands before the decision.
   *
   * @param one is to be closed
   * @param into stays
   */
  Bindings of(String one, String into, Instant now);

  /** What goes over in the commit that closes the passbook; pure. */
  @FunctionalInterface
  interface Moving {
    List<Change> changes(Seen seen, String evidenceRef);
  }

  /**
   * @param running kinds of promises that the holder has to keep or end first
   * @param streams all that {@code moving} looks at, besides both passbooks
   */
  record Bindings(Set<String> running, List<StreamId> streams, Moving moving) {

    public Bindings {
      running = Set.copyOf(running);
      streams = List.copyOf(streams);
    }

    /** Promises are not moved: somebody else relies on them. */
    public static Bindings running(Set<String> kinds) {
      return new Bindings(kinds, List.of(), (_, _) -> List.of());
    }
  }

  /**
   * Whether anything on a list still runs.
   *
   * @param list one value of {@link ListFields#IN}
   */
  static <S> boolean any(CaseStates<S> states, String list, Predicate<S> runs) {
    return states
        .list(
            Filters.eq(ListFields.IN, list),
            Sorts.descending(ListFields.SINCE, "_id"),
            LOOKED_THROUGH_MAX)
        .stream()
        .map(CaseStates.Stored::state)
        .anyMatch(runs);
  }
}
