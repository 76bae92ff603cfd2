package cn.linli.platform.places;

import cn.linli.platform.division.Divisions;
import cn.linli.platform.follow.Follower;

/**
 * Keeps the tree of this instance up with what was imported: in its own database, or at the service
 * that keeps the imports.
 */
public final class DivisionLearning implements Follower.Step {

  /** Where changes come from. Blocking. */
  @FunctionalInterface
  public interface Source {
    /** What came in after a revision; may throw when it can't be asked. */
    DivisionChanges since(long revision) throws Exception;
  }

  private final Divisions divisions;
  private final Source source;
  private long revision;

  public DivisionLearning(Divisions divisions, Source source) {
    this.divisions = divisions;
    this.source = source;
  }

  @Override
  public void learn() throws Exception {
    DivisionChanges changes = source.since(revision);
    if (changes.revision() > revision) {
      divisions.add(changes.divisions());
      revision = changes.revision();
    }
  }
}
