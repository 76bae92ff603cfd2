package cn.linli.mediation.domain;

import cn.linli.events.WireName;
import cn.linli.events.mediation.AmountBand;
import cn.linli.events.mediation.ClaimMade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one party asks of others.
 *
 * @param contentRef the words and the exact amount, in the vault
 * @param amount band of the amount; null where no money is asked
 * @param assessment what the mediators found of it; null while nobody judged
 */
public record Claim(
    String no,
    String by,
    List<String> against,
    String contentRef,
    @Nullable AmountBand amount,
    Status status,
    @Nullable Assessment assessment) {

  /** Where it stands (api.md, "Mediation"). */
  public enum Status implements WireName {
    OPEN,
    SETTLED,
    UNSUPPORTED,
    WITHDRAWN,
    HANDED_OVER;

    /** Still asked for: what finds no support may be settled all the same, or go to court. */
    boolean isLive() {
      return this == OPEN || this == UNSUPPORTED;
    }
  }

  public Claim {
    against = List.copyOf(against);
  }

  static Claim of(ClaimMade made) {
    return new Claim(
        made.no(), made.by(), made.against(), made.contentRef(), made.amount(), Status.OPEN, null);
  }

  Claim with(Status newStatus) {
    return new Claim(no, by, against, contentRef, amount, newStatus, assessment);
  }

  Claim with(Assessment newAssessment) {
    return new Claim(no, by, against, contentRef, amount, status, newAssessment);
  }
}
