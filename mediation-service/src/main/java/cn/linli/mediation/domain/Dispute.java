package cn.linli.mediation.domain;

import cn.linli.events.mediation.Bench;
import cn.linli.events.mediation.DisputeLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The state of one dispute: the fold of its events. Parts are null only before it was registered.
 *
 * @param proceedings what capabilities keep, a component for each
 * @param steps the latest things that happened, oldest first; all of them are in the journal
 */
public record Dispute(
    Status status,
    @Nullable Filing filing,
    @Nullable Conduct conduct,
    List<Party> parties,
    List<Claim> claims,
    Proceedings proceedings,
    List<Step> steps) {

  /** More are told by the history, which reads the journal. */
  static final int STEPS_KEPT_MAX = 40;

  /** One line of what the parties may see: the event's name and who had the case. */
  public record Step(Instant at, String what, @Nullable Bench bench) {}

  /** Nothing was registered yet. */
  public static final Dispute NONE =
      new Dispute(Status.REGISTERED, null, null, List.of(), List.of(), Proceedings.NONE, List.of());

  public Dispute {
    parties = List.copyOf(parties);
    claims = List.copyOf(claims);
    steps = List.copyOf(steps);
  }

  public boolean exists() {
    return filing != null;
  }

  public Filing filed() {
    return required(filing);
  }

  public Conduct conducted() {
    return required(conduct);
  }

  public Bench bench() {
    return conducted().bench();
  }

  public DisputeLevel level() {
    return bench().level();
  }

  public boolean isOpen() {
    return exists() && status.isOpen();
  }

  public Optional<Party> party(String no) {
    return parties.stream().filter(it -> it.no().equals(no)).findFirst();
  }

  public Optional<Claim> claim(String no) {
    return claims.stream().filter(it -> it.no().equals(no)).findFirst();
  }

  /** Parties that have not left. */
  public List<Party> present() {
    return parties.stream().filter(Party::isPresent).toList();
  }

  public boolean isPresent(String no) {
    return party(no).filter(Party::isPresent).isPresent();
  }

  /** Every party that is left agreed to be mediated. */
  public boolean isConsented() {
    return present().stream().allMatch(it -> it.consent() == Party.Consent.GIVEN);
  }

  /** Claims that somebody asks and somebody is there to answer. */
  public List<Claim> contested() {
    return claims.stream().filter(this::hasBothSides).toList();
  }

  private boolean hasBothSides(Claim claim) {
    return claim.status().isLive()
        && isPresent(claim.by())
        && claim.against().stream().anyMatch(this::isPresent);
  }

  Dispute with(Status newStatus) {
    return new Dispute(newStatus, filing, conduct, parties, claims, proceedings, steps);
  }

  Dispute with(Filing newFiling) {
    return new Dispute(status, newFiling, conduct, parties, claims, proceedings, steps);
  }

  Dispute with(Conduct newConduct) {
    return new Dispute(status, filing, newConduct, parties, claims, proceedings, steps);
  }

  Dispute with(Proceedings newProceedings) {
    return new Dispute(status, filing, conduct, parties, claims, newProceedings, steps);
  }

  Dispute withParties(List<Party> newParties) {
    return new Dispute(status, filing, conduct, newParties, claims, proceedings, steps);
  }

  Dispute withClaims(List<Claim> newClaims) {
    return new Dispute(status, filing, conduct, parties, newClaims, proceedings, steps);
  }

  Dispute changeParty(String no, UnaryOperator<Party> change) {
    return withParties(
        parties.stream().map(it -> it.no().equals(no) ? change.apply(it) : it).toList());
  }

  Dispute changeClaim(String no, UnaryOperator<Claim> change) {
    return withClaims(
        claims.stream().map(it -> it.no().equals(no) ? change.apply(it) : it).toList());
  }

  Dispute plus(Step step) {
    var more = new ArrayList<>(steps);
    more.add(step);
    if (more.size() > STEPS_KEPT_MAX) {
      more.removeFirst();
    }
    return new Dispute(status, filing, conduct, parties, claims, proceedings, more);
  }

  private static <T> T required(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("nothing was registered yet");
    }
    return part;
  }
}
