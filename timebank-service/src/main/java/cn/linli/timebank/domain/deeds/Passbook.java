package cn.linli.timebank.domain.deeds;

import java.util.Set;

/**
 * Whose points it is about, as read with the decision.
 *
 * @param division community of the account
 * @param speakers keyed marks of its holder and of a minor's guardian; none: nobody acts on it
 * @param kin keyed marks of the holder's relatives and friends, as recorded
 * @param open whether anything is booked on it; a group's and a pool's are no one's conduct
 */
public record Passbook(
    String account, String division, Set<String> speakers, Set<String> kin, boolean open) {

  public Passbook {
    speakers = Set.copyOf(speakers);
    kin = Set.copyOf(kin);
  }

  boolean isSpokenForBy(String mark) {
    return speakers.contains(mark);
  }
}
