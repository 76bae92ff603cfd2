package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.ErasureEvent.Ground;
import cn.linli.events.petition.ErasureEvent.PersonErased;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Noted;
import cn.linli.events.petition.Regime;
import cn.linli.petition.domain.ErasureCommand.Erase;
import cn.linli.petition.domain.Referral.Sent;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * When personal data go. Source: 个人信息保护法 §47: on request once the purpose is reached, when their
 * time is over, and at any moment where they were taken unlawfully; what law or archive still asks
 * for is kept and not otherwise used. Formal petitions are archived for the tenant's time of
 * keeping (project decision: the act on petitions names no term).
 */
final class Erasing {

  private Erasing() {}

  static Decision<PetitionEvent> erase(Erase erase, Petition petition, Facts facts) {
    if (!erase.byOfficer() && !facts.actor().isOwnerOf(petition)) {
      return refuse("not-your-petition");
    }
    if (!erase.byOfficer() && erase.ground() != Ground.REQUEST) {
      return refuse("ground-for-officers");
    }
    if (erase.ground() != Ground.UNLAWFUL) {
      if (petition.isOpen() || petition.status() == Status.UNDER_REVIEW) {
        return refuse("still-needed");
      }
      boolean archived =
          erase.ground() == Ground.RETENTION_OVER
              || petition.filed().facets().regime() == Regime.FORMAL;
      Instant keptUntil = keptUntil(petition, erase.keptMonths());
      if (archived && facts.now().isBefore(keptUntil)) {
        return refuse("kept-by-law", "until", keptUntil.toString());
      }
    }
    List<Sent> sent = Referral.sentBy(petition.proceedings().referral());
    if (petition.filed().erasedAt() != null && sent.isEmpty()) {
      return accept(new Noted("erasure")); // what was written since goes too
    }
    Filing filed = petition.filed();
    return accept(
        new PersonErased(
            erase.ground(),
            Stream.concat(
                    Stream.of(filed.contentRef(), filed.contactRef()).filter(Objects::nonNull),
                    sent.stream().map(Sent::partiesRef))
                .toList(),
            sent.stream().map(Sent::id).toList()));
  }

  /** Whole calendar months after the matter came to its end. */
  private static Instant keptUntil(Petition petition, int months) {
    Instant closedAt = petition.round().closedAt();
    Instant end = closedAt == null ? petition.steps().getLast().at() : closedAt;
    return end.atZone(WorkCalendar.ZONE).plusMonths(months).toInstant();
  }
}
