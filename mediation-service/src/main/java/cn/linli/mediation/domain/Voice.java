package cn.linli.mediation.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For which party somebody acts.
 *
 * @param party its number; null: the one that the token speaks for
 * @param recorded what shows that the party did it, where somebody else writes it down
 */
public record Voice(@Nullable String party, @Nullable Recorded recorded) {

  /** The token's own party. */
  public static final Voice OWN = new Voice(null, null);

  /**
   * @param evidenceRef words that show it, in the vault; null where files do
   */
  public record Recorded(@Nullable String evidenceRef, List<String> attachments) {
    public Recorded {
      attachments = List.copyOf(attachments);
    }
  }
}
