package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.DisputeEvent.DisputeFilesAdded;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.DisputeCommand.AddFiles;
import cn.linli.platform.decide.Decision;
import java.util.List;

/** Files of a case: from its parties and from those who handle it. */
final class Files {

  /** Files of one dispute, over its life. */
  static final int FILES_MAX = 200;

  private Files() {}

  static Decision<MediationEvent> add(AddFiles ask, Dispute dispute, Facts facts) {
    boolean ofParty = dispute.present().stream().anyMatch(facts.actor()::speaksFor);
    if (!ofParty && !facts.actor().handles(dispute)) {
      return refuse("not-a-party");
    }
    if (!dispute.status().isOwed()) {
      return refuse("already-ended");
    }
    List<String> there = dispute.filed().attachments();
    List<String> more =
        ask.attachments().stream().distinct().filter(file -> !there.contains(file)).toList();
    if (more.isEmpty()) {
      return refuse("files-already-there");
    }
    return there.size() + more.size() > FILES_MAX
        ? refuse("too-many-attachments", "limit", FILES_MAX)
        : accept(new DisputeFilesAdded(more));
  }
}
