package cn.linli.mediation.domain;

import cn.linli.events.mediation.Pathway;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parties were told when mediation ended without an agreement (人民调解法 §26).
 *
 * @param noteRef why it ended, in words; null where a code says it all
 */
public record EndNotice(List<Pathway> remedies, Instant at, @Nullable String noteRef) {
  public EndNotice {
    remedies = List.copyOf(remedies);
  }
}
