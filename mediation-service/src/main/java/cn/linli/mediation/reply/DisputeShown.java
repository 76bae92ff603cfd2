package cn.linli.mediation.reply;

import cn.linli.mediation.casework.Actors;
import cn.linli.mediation.casework.Benches;
import cn.linli.mediation.casework.Reach;
import cn.linli.mediation.casework.Sealed;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Claim;
import cn.linli.mediation.domain.Conduct;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Filing;
import cn.linli.mediation.domain.Limit;
import cn.linli.mediation.domain.Party;
import cn.linli.mediation.domain.Waits;
import cn.linli.platform.access.Caller;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Mask;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.Resource;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reply that commands and {@code GET} share. */
public final class DisputeShown implements Resource<DisputeReply> {

  private final CaseStates<Dispute> states;
  private final Vault vault;
  private final Benches benches;
  private final WorkCalendar calendar;

  public DisputeShown(
      CaseStates<Dispute> states, Vault vault, Benches benches, WorkCalendar calendar) {
    this.states = states;
    this.vault = vault;
    this.benches = benches;
    this.calendar = calendar;
  }

  @Override
  public @Nullable DisputeReply afterCommit(Outcome.Done done, Call<?> call) {
    var dispute = (Dispute) done.states().get(done.primary());
    if (dispute == null) {
      throw new IllegalStateException("a commit without the state of its resource");
    }
    return Reach.of(dispute, call.caller()) == Reach.View.OPEN
        ? reply(
            new CaseStates.Stored<>(done.primary().key(), dispute, done.version()), call.caller())
        : null;
  }

  @Override
  public @Nullable DisputeReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return states
        .find(primary)
        .filter(stored -> Reach.of(stored.state(), caller) == Reach.View.OPEN)
        .map(stored -> reply(stored, caller))
        .orElse(null);
  }

  /** Null where it is not there for the caller; 403 where it is not for them. */
  public @Nullable DisputeReply one(StreamId stream, Caller caller) {
    return Reach.open(states.find(stream), caller)
        .map(stored -> reply(stored, caller))
        .orElse(null);
  }

  private DisputeReply reply(CaseStates.Stored<Dispute> stored, Caller caller) {
    Dispute dispute = stored.state();
    Filing filing = dispute.filed();
    Conduct conduct = dispute.conducted();
    Waits waits = dispute.proceedings().waits();
    Actor actor = Actors.of(caller);
    Opened opened = Opened.of(dispute, actor, vault);
    Sealed.Content content = opened.content(dispute);
    String committee = dispute.bench().committee();
    return new DisputeReply(
        stored.id(),
        CaseNumberText.of(conduct.caseNumber(), benches),
        dispute.status(),
        dispute.level(),
        committee,
        committee == null ? null : benches.name(committee),
        filing.kind(),
        filing.source(),
        filing.division(),
        content.title(),
        content.facts(),
        dispute.parties().stream().map(party -> side(party, opened, actor)).toList(),
        dispute.claims().stream().map(claim -> asked(claim, opened)).toList(),
        Agreements.shown(dispute, actor, opened, calendar),
        PanelPart.of(dispute, actor),
        dispute.steps().stream().map(DisputeShown::step).toList(),
        filing.attachments(),
        filing.receivedAt(),
        conduct.acceptedAt(),
        waits == null ? null : waits.acceptBy(),
        waits == null ? null : waits.consentBy(),
        mediateBy(dispute),
        conduct.concludedAt(),
        conduct.endCode(),
        DisputeReply.channel(conduct.endCode()),
        conduct.transfers(),
        filing.origin(),
        filing.erasedAt(),
        HearingsReply.of(dispute, actor, opened),
        PaceReply.of(dispute, opened),
        RiskReply.of(dispute, actor, opened),
        PaceReply.end(dispute, opened),
        Told.of(dispute, actor),
        stored.version());
  }

  /** Reckoned at filing until the clock runs. */
  private static Instant mediateBy(Dispute dispute) {
    Limit limit = dispute.proceedings().limit();
    return limit == null ? dispute.filed().mediateBy() : limit.mediateBy();
  }

  private static DisputeReply.Side side(Party party, Opened opened, Actor actor) {
    Optional<Sealed.Person> person = opened.person(party);
    return new DisputeReply.Side(
        party.no(),
        person.map(Sealed.Person::name).map(Mask::name).orElse(null),
        person.map(Sealed.Person::phone).map(Mask::phone).orElse(null),
        person.map(Sealed.Person::representative).map(Mask::name).orElse(null),
        party.role(),
        party.type(),
        party.organisation(),
        party.consent(),
        party.consentAt(),
        party.speaker() != null,
        actor.speaksFor(party),
        party.left(),
        party.leftAt());
  }

  private static DisputeReply.Asked asked(Claim claim, Opened opened) {
    Optional<Sealed.Asked> asked = opened.asked(claim);
    return new DisputeReply.Asked(
        claim.no(),
        claim.by(),
        claim.against(),
        asked.map(Sealed.Asked::content).orElse(null),
        asked.map(Sealed.Asked::amountFen).orElse(null),
        claim.amount(),
        claim.status(),
        AssessmentReply.of(claim, opened));
  }

  private static DisputeReply.Step step(Dispute.Step step) {
    return new DisputeReply.Step(
        step.at(),
        step.what(),
        step.bench() == null ? null : step.bench().level(),
        step.bench() == null ? null : step.bench().committee());
  }
}
