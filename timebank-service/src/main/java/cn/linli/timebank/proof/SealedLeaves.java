package cn.linli.timebank.proof;

import java.util.Map;
import java.util.function.Predicate;

/** What the last root was made of. */
@FunctionalInterface
public interface SealedLeaves {

  /** Before the first root. */
  SealedLeaves NONE = accounts -> Map.of();

  /** Those of some passbooks. */
  Map<Leaf.Id, Leaf> of(Predicate<String> accounts);
}
