package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.EvidenceEvent.Act;
import cn.linli.events.petition.EvidenceEvent.EvidenceAdded;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.platform.decide.Decision;
import java.util.ArrayList;
import java.util.List;

/** Files that come with an act. */
public final class Evidence {

  /** Files of one request, the petitioner's included. */
  static final int FILES_MAX = 200;

  private Evidence() {}

  /**
   * The act's decision, with its files if it is accepted; those the case has are not told again.
   */
  public static Decision<PetitionEvent> with(
      Decision<PetitionEvent> decision, Petition petition, Act act, List<String> files) {
    List<String> there = petition.filed().attachments();
    List<String> more = files.stream().distinct().filter(file -> !there.contains(file)).toList();
    if (more.isEmpty() || !(decision instanceof Decision.Accepted<PetitionEvent>(var events))) {
      return decision;
    }
    if (there.size() + more.size() > FILES_MAX) {
      return refuse("too-many-attachments", "limit", FILES_MAX);
    }
    var all = new ArrayList<>(events);
    all.add(new EvidenceAdded(act, more, act != Act.RESOLVE));
    return Decision.accept(all);
  }
}
