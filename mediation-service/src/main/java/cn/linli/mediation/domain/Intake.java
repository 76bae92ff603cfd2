package cn.linli.mediation.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.Bench;
import cn.linli.events.mediation.ClaimMade;
import cn.linli.events.mediation.DisputeEvent.DisputeRegistered;
import cn.linli.events.mediation.DisputeFiling;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.mediation.PartyNamed;
import cn.linli.events.mediation.PartyRole;
import cn.linli.mediation.domain.DisputeCommand.Register;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Registering a dispute: on application, even of one party, or on the mediators' own initiative
 * (人民调解法 §17).
 */
final class Intake {

  static final int PARTIES_MIN = 2;
  static final int PARTIES_MAX = 50;
  static final int CLAIMS_MAX = 200;

  /** A division that is a grid: buildings are told apart below it only by their leads. */
  private static final int GRID_DIGITS = 15;

  private Intake() {}

  static Decision<MediationEvent> register(Register it, Facts facts) {
    Optional<DisputeLevel> level = DisputeLevel.ofCommittee(it.division());
    if (level.isEmpty()) {
      return refuse("division-too-wide");
    }
    Optional<Refusal> flaw = flaw(it, facts);
    if (flaw.isPresent()) {
      return refuse(flaw.get());
    }
    return accept(
        new DisputeRegistered(
            it.id(),
            it.origin(),
            facts.due(facts.settings().mediateWithin()),
            new DisputeFiling(
                it.kind(),
                it.source(),
                it.division(),
                bench(it, level.get()),
                it.contentRef(),
                it.parties(),
                it.claims(),
                it.attachments(),
                it.sketch(),
                facts.now(),
                facts.due(facts.settings().acceptWithin()))));
  }

  private static Bench bench(Register it, DisputeLevel level) {
    if (it.buildingFirst()) {
      return new Bench(DisputeLevel.BUILDING, it.division(), null);
    }
    String place = level.around(it.division());
    return new Bench(level, place, place);
  }

  private static Optional<Refusal> flaw(Register it, Facts facts) {
    if (it.source() == DisputeSource.PETITION && it.origin() == null) {
      return refusal("source-by-referral");
    }
    boolean own = it.parties().stream().anyMatch(PartyNamed::filer);
    if (it.source() == DisputeSource.SELF && !own && !it.onBehalf()) {
      return refusal("evidence-missing");
    }
    if (it.buildingFirst() && it.division().length() != GRID_DIGITS) {
      return refusal("building-unknown");
    }
    if (it.attachments().size() > Files.FILES_MAX) {
      return Optional.of(Refusal.of("too-many-attachments", "limit", Files.FILES_MAX));
    }
    return sides(it.parties()).or(() -> claims(it));
  }

  private static Optional<Refusal> sides(List<PartyNamed> parties) {
    if (parties.size() < PARTIES_MIN || parties.size() > PARTIES_MAX) {
      return refusal("parties-missing");
    }
    Set<PartyRole> roles = parties.stream().map(PartyNamed::role).collect(Collectors.toSet());
    return roles.contains(PartyRole.APPLICANT) && roles.contains(PartyRole.RESPONDENT)
        ? Optional.empty()
        : refusal("sides-missing");
  }

  private static Optional<Refusal> claims(Register it) {
    if (it.claims().isEmpty() || it.claims().size() > CLAIMS_MAX) {
      return refusal("claims-missing");
    }
    Set<String> known = it.parties().stream().map(PartyNamed::no).collect(Collectors.toSet());
    for (ClaimMade claim : it.claims()) {
      if (!known.contains(claim.by())
          || claim.against().isEmpty()
          || !known.containsAll(claim.against())) {
        return refusal("unknown-party");
      }
      if (claim.against().contains(claim.by())) {
        return refusal("claim-against-itself");
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refusal(String code) {
    return Optional.of(Refusal.of(code));
  }
}
