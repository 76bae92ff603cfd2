package cn.linli.events.petition;

import cn.linli.events.WireName;
import java.util.List;

/** Files that show what was done. */
public sealed interface EvidenceEvent extends PetitionEvent {

  /** What the files belong to: the act in the same commit. */
  enum Act implements WireName {
    CONTACT,
    PROGRESS,
    RESOLVE,
    /** Somebody's own act, written down by a clerk. */
    RECORDED
  }

  /**
   * @param internal for those who handle it; the petitioner sees the answer's files, not these
   */
  record EvidenceAdded(Act act, List<String> attachments, boolean internal)
      implements EvidenceEvent {
    public EvidenceAdded {
      attachments = List.copyOf(attachments);
    }
  }
}
