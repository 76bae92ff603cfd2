package cn.linli.timebank.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody wants booked, all or nothing. There is none that does not sum to zero: a line
 * against another passbook has its mirror among the steps; a line against a system account is that
 * account's line too.
 */
public record Transaction(List<Step> steps) {

  public static final int STEPS_MAX = 1_000;

  public Transaction {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.size() > STEPS_MAX) {
      throw new IllegalArgumentException("a transaction has 1 to " + STEPS_MAX + " steps");
    }
    requireMirrors(steps);
  }

  public static Transaction of(Step... steps) {
    return new Transaction(List.of(steps));
  }

  /** Several parts, in their order. */
  @SafeVarargs
  public static Transaction of(List<? extends Step>... parts) {
    return new Transaction(Stream.of(parts).<Step>flatMap(List::stream).toList());
  }

  /** Accounts it touches, each once, in order. */
  public List<String> accounts() {
    return steps.stream().map(Step::account).distinct().toList();
  }

  private static void requireMirrors(List<Step> steps) {
    var open = new ArrayList<Step.Post>();
    for (Step step : steps) {
      if (step instanceof Step.Post post && post.counter() instanceof Counter.Passbook other) {
        if (other.account().equals(post.account())) {
          throw new IllegalArgumentException("a passbook does not stand against itself");
        }
        if (!open.removeIf(first(before -> mirrors(before, post)))) {
          open.add(post);
        }
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException("no line stands against " + open.getFirst());
    }
  }

  private static boolean mirrors(Step.Post one, Step.Post other) {
    return one.unit() == other.unit()
        && one.amount() == -other.amount()
        && one.counter().equals(Counter.passbook(other.account()))
        && other.counter().equals(Counter.passbook(one.account()));
  }

  /** Two equal lines have two mirrors: each takes one. */
  private static <T> java.util.function.Predicate<T> first(java.util.function.Predicate<T> wanted) {
    var found = new boolean[1];
    return it -> !found[0] && (found[0] = wanted.test(it));
  }
}
