package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.DisputeEvent.DisputeErased;
import cn.linli.events.mediation.ErasureGround;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.DisputeCommand.Erase;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * When personal data go. Source: 个人信息保护法 §47. A case file (卷宗) is kept for the tenant's time: the
 * act on mediation asks for it and names no term (人民调解法 §27; domain rules §5.3), so before that
 * only what was unlawfully taken goes.
 */
final class Erasing {

  private Erasing() {}

  static Decision<MediationEvent> erase(Erase ask, Dispute dispute, Facts facts) {
    if (ask.ground() != ErasureGround.UNLAWFUL) {
      if (dispute.status().isOwed()) {
        return refuse("still-needed");
      }
      Instant keptUntil = keptUntil(dispute, ask.keptMonths());
      boolean archived =
          ask.ground() == ErasureGround.RETENTION_OVER || dispute.conducted().caseNumber() != null;
      if (archived && facts.now().isBefore(keptUntil)) {
        return refuse("kept-by-law", "until", keptUntil.toString());
      }
    }
    return dispute.filed().erasedAt() != null
        ? refuse("already-erased")
        : accept(new DisputeErased(ask.ground(), refs(dispute)));
  }

  private static List<String> refs(Dispute dispute) {
    return Stream.concat(
            Stream.of(dispute.filed().contentRef()),
            Stream.concat(
                dispute.parties().stream().map(Party::nameRef),
                dispute.claims().stream().map(Claim::contentRef)))
        .distinct()
        .toList();
  }

  /** Whole calendar months after mediation came to its end. */
  private static Instant keptUntil(Dispute dispute, int months) {
    Instant end =
        Objects.requireNonNullElse(
            dispute.conducted().concludedAt(), dispute.steps().getLast().at());
    return end.atZone(WorkCalendar.ZONE).plusMonths(months).toInstant();
  }
}
