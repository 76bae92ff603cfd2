package cn.linli.mediation.domain;

import java.util.ArrayList;
import java.util.List;

/** Lists of who said yes and who said no. */
final class Answers {

  private Answers() {}

  static List<String> changed(List<String> parties, String party, boolean in) {
    var changed = new ArrayList<>(parties);
    changed.remove(party);
    if (in) {
      changed.add(party);
    }
    return changed;
  }
}
