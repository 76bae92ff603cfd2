package cn.linli.mediation.domain.roster;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.mediation.CommitteeDeclared;
import cn.linli.events.mediation.CommitteeEvent;
import cn.linli.events.mediation.CommitteeEvent.*;
import cn.linli.events.mediation.CommitteeMember;
import cn.linli.events.mediation.CommitteeTerm;
import cn.linli.mediation.domain.roster.CommitteeCommand.*;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The register: what is written into it passes every gate, on each change again. */
public final class CommitteeRules {

  private CommitteeRules() {}

  /**
   * What else is known of what a body leans on.
   *
   * @param parent null: none was named, or there is none of that id
   * @param lead likewise
   */
  public record Known(
      Instant now, @Nullable Committee parent, List<Committee> partners, @Nullable Mediator lead) {}

  public static Decision<CommitteeEvent> decide(
      CommitteeCommand command, Committee committee, Known known) {
    if (command instanceof Register register) {
      return committee.exists() && committee.standing() != Committee.Standing.ENDED
          ? refuse("committee-known")
          : register(register, known);
    }
    if (!committee.exists()) {
      return refuse("not-found");
    }
    if (committee.standing() == Committee.Standing.ENDED) {
      return refuse("committee-ended");
    }
    return switch (command) {
      case Register _ -> throw new IllegalStateException("decided above");
      case ChangeMembers change -> changeMembers(change, committee, known);
      case Reelect reelect -> reelect(reelect, committee, known);
      case End(var reasonRef) -> accept(new CommitteeEnded(reasonRef));
    };
  }

  /** What follows from the end of a term alone. */
  public static Decision<CommitteeEvent> fallDue(Committee committee) {
    CommitteeTerm term = committee.filed().term();
    if (term == null) {
      throw new IllegalStateException("a body without a term has no limit");
    }
    return accept(new CommitteeTermOver(term.until()));
  }

  private static Decision<CommitteeEvent> register(Register it, Known known) {
    var draft =
        new CommitteeDraft(
            it.filing(),
            WorkCalendar.dayOf(known.now()),
            known.parent(),
            known.partners(),
            known.lead());
    return CommitteeGate.objection(CommitteeGate.ALL, draft)
        .<Decision<CommitteeEvent>>map(Decision::refuse)
        .orElseGet(() ->
            accept(
                new CommitteeRegistered(
                    Bodies.tier(it.filing().division()).orElseThrow(), it.filing())));
  }

  private static Decision<CommitteeEvent> changeMembers(
      ChangeMembers it, Committee committee, Known known) {
    if (!committee.filed().kind().isCommittee()) {
      return refuse("members-not-expected");
    }
    if (committee.standing() == Committee.Standing.TERM_OVER) {
      return refuse("term-over");
    }
    List<CommitteeMember> before = committee.filed().members();
    var there = new HashSet<>(before.stream().map(CommitteeMember::no).toList());
    if (!there.containsAll(it.removed())) {
      return refuse("unknown-member");
    }
    if (committee.memberNumbers() + it.added().size() > Committee.MEMBER_NUMBERS_MAX) {
      return refuse("too-many-changes", "limit", Committee.MEMBER_NUMBERS_MAX);
    }
    List<CommitteeMember> added = Members.numbered(it.added(), committee.memberNumbers());
    List<CommitteeMember> after = new ArrayList<>(before);
    after.removeIf(member -> it.removed().contains(member.no()));
    after.addAll(added);
    after = Members.chaired(after, it.chair(), added);
    Optional<Refusal> objection =
        objection(committee, after, it.declared(), committee.filed().term(), known);
    if (objection.isPresent()) {
      return refuse(objection.get());
    }
    String chair = after.stream().filter(CommitteeMember::chair).findFirst().orElseThrow().no();
    return accept(new CommitteeMembersChanged(added, it.removed(), chair, it.declared()));
  }

  private static Decision<CommitteeEvent> reelect(Reelect it, Committee committee, Known known) {
    CommitteeTerm before = committee.filed().term();
    if (before == null) {
      return refuse("members-not-expected");
    }
    if (!it.term().from().isAfter(before.from())) {
      return refuse("term-begins-before-the-last");
    }
    List<CommitteeMember> members = Members.numbered(it.members(), committee.memberNumbers());
    return objection(committee, members, it.declared(), it.term(), known)
        .<Decision<CommitteeEvent>>map(Decision::refuse)
        .orElseGet(() -> accept(new CommitteeReelected(it.term(), members, it.declared())));
  }

  private static Optional<Refusal> objection(
      Committee committee,
      List<CommitteeMember> members,
      CommitteeDeclared declared,
      @Nullable CommitteeTerm term,
      Known known) {
    return CommitteeGate.objection(
        CommitteeGate.COMPOSITION,
        new CommitteeDraft(
            committee.with(members, declared, term).filed(),
            WorkCalendar.dayOf(known.now()),
            null,
            List.of(),
            null));
  }
}
