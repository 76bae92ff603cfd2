package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.DossierEvent;
import cn.linli.events.mediation.DossierEvent.IdentitySeen;
import cn.linli.events.mediation.DossierEvent.Investigated;
import cn.linli.events.mediation.DossierEvent.PowerGiven;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.DossierCommand.RecordInvestigation;
import cn.linli.mediation.domain.DossierCommand.RecordPower;
import cn.linli.mediation.domain.DossierCommand.SeeIdentity;
import cn.linli.platform.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What lies in the file beside sessions and agreements, each list oldest first. */
public record Dossier(List<Seen> identities, List<Power> powers, List<Inquiry> inquiries) {

  /** Two documents of each of fifty parties. */
  static final int IDENTITIES_MAX = 100;

  static final int POWERS_MAX = 100;
  static final int INQUIRIES_MAX = 100;

  static final Dossier NONE = new Dossier(List.of(), List.of(), List.of());

  /**
   * @param by who looked at it, a pseudonymous reference
   */
  public record Seen(String party, String proofRef, Instant at, String by) {}

  public record Power(int number, String party, boolean special, String contentRef, Instant at) {}

  /**
   * @param at when somebody was asked
   * @param recordedAt when it was written down; {@code by}: by whom
   */
  public record Inquiry(int number, Instant at, String contentRef, Instant recordedAt, String by) {}

  public Dossier {
    identities = List.copyOf(identities);
    powers = List.copyOf(powers);
    inquiries = List.copyOf(inquiries);
  }

  public static Dossier of(Dispute dispute) {
    return Objects.requireNonNullElse(dispute.proceedings().dossier(), NONE);
  }

  static Decision<MediationEvent> decide(DossierCommand command, Dispute dispute, Facts facts) {
    if (!facts.actor().handles(dispute)) {
      return refuse("not-the-mediators");
    }
    if (!dispute.isOpen()) {
      return refuse("already-ended");
    }
    Dossier now = of(dispute);
    return switch (command) {
      case SeeIdentity ask ->
          now.identities.size() >= IDENTITIES_MAX
              ? refuse("too-many-papers", "limit", IDENTITIES_MAX)
              : ofParty(dispute, ask.party(), new IdentitySeen(ask.party(), ask.proofRef()));
      case RecordPower ask ->
          now.powers.size() >= POWERS_MAX
              ? refuse("too-many-papers", "limit", POWERS_MAX)
              : ofParty(
                  dispute,
                  ask.party(),
                  new PowerGiven(
                      now.powers.size() + 1, ask.party(), ask.special(), ask.contentRef()));
      case RecordInvestigation ask -> investigation(ask, now, facts);
    };
  }

  private static Decision<MediationEvent> ofParty(
      Dispute dispute, String party, DossierEvent event) {
    if (dispute.party(party).isEmpty()) {
      return refuse("unknown-party");
    }
    return dispute.isPresent(party) ? accept(event) : refuse("party-left");
  }

  private static Decision<MediationEvent> investigation(
      RecordInvestigation ask, Dossier now, Facts facts) {
    if (ask.at().isAfter(facts.now())) {
      return refuse("in-the-future");
    }
    return now.inquiries.size() >= INQUIRIES_MAX
        ? refuse("too-many-papers", "limit", INQUIRIES_MAX)
        : accept(new Investigated(now.inquiries.size() + 1, ask.at(), ask.contentRef()));
  }

  static Dispute apply(Dispute dispute, DossierEvent event, Instant at, String by) {
    Dossier now = of(dispute);
    Dossier next =
        switch (event) {
          case IdentitySeen it ->
              new Dossier(
                  plus(now.identities, new Seen(it.party(), it.proofRef(), at, by)),
                  now.powers,
                  now.inquiries);
          case PowerGiven it ->
              new Dossier(
                  now.identities,
                  plus(
                      now.powers,
                      new Power(it.number(), it.party(), it.special(), it.contentRef(), at)),
                  now.inquiries);
          case Investigated it ->
              new Dossier(
                  now.identities,
                  now.powers,
                  plus(now.inquiries, new Inquiry(it.number(), it.at(), it.contentRef(), at, by)));
        };
    return dispute.with(dispute.proceedings().with(next));
  }

  private static <T> List<T> plus(List<T> list, T one) {
    var more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}
