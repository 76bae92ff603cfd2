package cn.linli.mediation.domain;

import cn.linli.events.mediation.DangerSign;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be said about danger. */
public sealed interface RiskCommand extends DisputeCommand {

  /** All signs that hold now; none: the danger is over. */
  record NoteDanger(Set<DangerSign> signs, String noteRef) implements RiskCommand {}

  /** {@code earlier}: a dispute of the same sides. */
  record NoteRepeat(String earlier) implements RiskCommand {}

  record AcknowledgeRisk() implements RiskCommand {}

  /** {@code reportedAt} null: now. */
  record ReportToPolice(String body, @Nullable Instant reportedAt, String noteRef)
      implements RiskCommand {}
}
