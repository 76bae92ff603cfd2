package cn.linli.platform.division;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;

/** The tree in force. An import replaces it as a whole; who holds a snapshot keeps it. */
public final class Divisions {

  private final AtomicReference<DivisionTree> tree;

  public Divisions(DivisionTree tree) {
    this.tree = new AtomicReference<>(tree);
  }

  public DivisionTree now() {
    return tree.get();
  }

  /**
   * @throws OrphanDivision if the parent of one is missing; nothing has changed then
   */
  public DivisionTree add(Collection<Division> divisions) {
    return tree.updateAndGet(before -> before.with(divisions));
  }
}
