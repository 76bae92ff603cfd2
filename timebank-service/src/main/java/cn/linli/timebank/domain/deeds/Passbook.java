package cn.linli.timebank.domain.deeds;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose points it is about, as read with the decision.
 *
 * @param division community of the account
 * @param owner keyed mark of its holder; null: nobody acts on it
 * @param kin keyed marks of the holder's relatives and friends, as recorded
 * @param open whether anything is booked on it; a group's and a pool's are no one's conduct
 */
public record Passbook(
    String account, String division, @Nullable String owner, Set<String> kin, boolean open) {

  public Passbook {
    kin = Set.copyOf(kin);
  }
}
