package cn.linli.events.mediation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one party asks of others.
 *
 * @param no from {@code c1}
 * @param by party that asks
 * @param against parties it asks
 * @param contentRef the words and the exact amount
 * @param amount band of the amount; null where no money is asked
 */
public record ClaimMade(
    String no, String by, List<String> against, String contentRef, @Nullable AmountBand amount) {
  public ClaimMade {
    against = List.copyOf(against);
  }
}
