package cn.linli.mediation.domain;

import cn.linli.platform.decide.Refusal;
import java.util.List;

/**
 * Which party an act is of. A party acts by its own token; else whoever handles the case records it
 * with evidence (api.md, "actor").
 */
public final class Speaking {

  /** A party, or why there is none. */
  public sealed interface Spoken {
    record By(Party party) implements Spoken {}

    record Not(Refusal why) implements Spoken {}
  }

  private Speaking() {}

  public static Spoken of(Voice voice, Dispute dispute, Actor actor) {
    return voice.recorded() == null ? own(voice, dispute, actor) : recorded(voice, dispute, actor);
  }

  private static Spoken own(Voice voice, Dispute dispute, Actor actor) {
    List<Party> own = dispute.parties().stream().filter(actor::speaksFor).toList();
    if (voice.party() != null) {
      return own.stream()
          .filter(it -> it.no().equals(voice.party()))
          .findFirst()
          .map(Speaking::present)
          .orElseGet(() -> not(own.isEmpty() ? "not-a-party" : "not-yourself"));
    }
    List<Party> there = own.stream().filter(Party::isPresent).toList();
    if (there.size() > 1) {
      return not("party-unnamed");
    }
    return there.isEmpty()
        ? not(own.isEmpty() ? "not-a-party" : "party-left")
        : new Spoken.By(there.getFirst());
  }

  private static Spoken recorded(Voice voice, Dispute dispute, Actor actor) {
    if (!actor.handles(dispute)) {
      return not("not-the-mediators");
    }
    if (voice.party() == null) {
      return not("party-unnamed");
    }
    return dispute
        .party(voice.party())
        .map(Speaking::present)
        .orElseGet(() -> not("unknown-party"));
  }

  private static Spoken present(Party party) {
    return party.isPresent() ? new Spoken.By(party) : not("party-left");
  }

  private static Spoken not(String code) {
    return new Spoken.Not(Refusal.of(code));
  }
}
