package cn.linli.mediation.domain.roster;

import static cn.linli.events.mediation.CommitteeKind.JOINT;
import static cn.linli.events.mediation.CommitteeKind.POLICE_STUDIO;
import static cn.linli.events.mediation.CommitteeKind.STUDIO;
import static cn.linli.events.mediation.CommitteeKind.TRADE;

import cn.linli.events.mediation.CommitteeTerm;
import cn.linli.platform.decide.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One condition of the register.
 *
 * @param code of the refusal where it does not hold
 * @param source the norm, or that the project decided so
 */
public record CommitteeGate(String code, String source, Predicate<CommitteeDraft> holds) {

  static final int MEMBERS_MIN = 3;
  static final int MEMBERS_MAX = 9;
  static final int TERM_YEARS = 3;
  static final int PARTNERS_MIN = 2;

  private static final String LAW_8 = "人民调解法 §8";
  private static final String LAW_9 = "人民调解法 §9";
  private static final String LAW_34 = "人民调解法 §34";
  private static final String JOINT_RULE = "人民调解委员会组织条例 §7";
  private static final String PROJECT = "project decision";

  /** What holds of members and term, at every change. In the order in which they are told. */
  public static final List<CommitteeGate> COMPOSITION =
      List.of(
          committee("committee-too-small", LAW_8, it -> it.size() >= MEMBERS_MIN),
          committee("committee-too-large", LAW_8, it -> it.size() <= MEMBERS_MAX),
          committee("chair-missing", LAW_8, it -> it.chairs() >= 1),
          committee("more-than-one-chair", LAW_8, it -> it.chairs() <= 1),
          committee("woman-missing", LAW_8, it -> it.filing().declared().woman()),
          committee("smaller-group-missing", LAW_8, CommitteeGate::hasSmallerGroup),
          committee("term-missing", LAW_9, it -> it.filing().term() != null),
          committee("term-not-three-years", LAW_9, CommitteeGate::lastsThreeYears),
          committee("term-over", LAW_9, CommitteeGate::isNotOver));

  /** What else holds when a body is registered. */
  public static final List<CommitteeGate> REGISTRATION =
      List.of(
          of("committee-without-tier", LAW_34, CommitteeGate::hasTier),
          leaning("members-not-expected", PROJECT, it -> it.size() == 0),
          leaning("parent-missing", PROJECT, it -> it.parent() != null),
          leaning("parent-no-committee", PROJECT, CommitteeGate::hasCommitteeAbove),
          leaning(
              "parent-not-active", PROJECT, it -> it.parent() == null || it.parent().isActive()),
          leaning("parent-elsewhere", PROJECT, it -> it.parent() == null || it.isNear(it.parent())),
          of("trade-missing", LAW_34, CommitteeGate::hasTrade),
          of("partners-missing", JOINT_RULE, CommitteeGate::hasPartners),
          of("partner-not-active", JOINT_RULE, CommitteeGate::hasActivePartners),
          of("station-missing", PROJECT, CommitteeGate::hasStation),
          of("lead-missing", PROJECT, CommitteeGate::hasLead),
          of("lead-not-active", PROJECT, it -> it.lead() == null || it.lead().isActive()));

  /** Both: what a new body passes. */
  public static final List<CommitteeGate> ALL =
      Stream.concat(REGISTRATION.stream(), COMPOSITION.stream()).toList();

  /** The first condition that does not hold, with the codes of all that do not. */
  static Optional<Refusal> objection(List<CommitteeGate> gates, CommitteeDraft draft) {
    List<String> failed =
        gates.stream().filter(gate -> !gate.holds().test(draft)).map(CommitteeGate::code).toList();
    return failed.isEmpty()
        ? Optional.empty()
        : Optional.of(Refusal.of(failed.getFirst(), "failed", failed));
  }

  private static CommitteeGate of(String code, String source, Predicate<CommitteeDraft> holds) {
    return new CommitteeGate(code, source, holds);
  }

  /** For bodies with members and a term of their own. */
  private static CommitteeGate committee(
      String code, String source, Predicate<CommitteeDraft> holds) {
    return of(code, source, draft -> !draft.isCommittee() || holds.test(draft));
  }

  /** For studios and teams, whose people are on the roster of the committee they lean on. */
  private static CommitteeGate leaning(
      String code, String source, Predicate<CommitteeDraft> holds) {
    return of(code, source, draft -> draft.isCommittee() || holds.test(draft));
  }

  private static boolean hasTier(CommitteeDraft it) {
    return Bodies.tier(it.filing().division()).isPresent();
  }

  private static boolean hasSmallerGroup(CommitteeDraft it) {
    var declared = it.filing().declared();
    return !declared.multiEthnicArea() || declared.smallerGroup();
  }

  private static boolean lastsThreeYears(CommitteeDraft it) {
    CommitteeTerm term = it.filing().term();
    return term == null || term.until().equals(term.from().plusYears(TERM_YEARS).minusDays(1));
  }

  private static boolean isNotOver(CommitteeDraft it) {
    CommitteeTerm term = it.filing().term();
    return term == null || !term.until().isBefore(it.today());
  }

  private static boolean hasCommitteeAbove(CommitteeDraft it) {
    return it.parent() == null || it.parent().filed().kind().isCommittee();
  }

  private static boolean hasTrade(CommitteeDraft it) {
    return it.filing().kind() != TRADE || !it.filing().trades().isEmpty();
  }

  private static boolean hasPartners(CommitteeDraft it) {
    return it.filing().kind() != JOINT || it.partners().size() >= PARTNERS_MIN;
  }

  private static boolean hasActivePartners(CommitteeDraft it) {
    return it.filing().kind() != JOINT
        || it.partners().size() == it.filing().partners().size()
            && it.partners().stream().allMatch(Committee::isActive);
  }

  private static boolean hasStation(CommitteeDraft it) {
    return it.filing().kind() != POLICE_STUDIO || it.filing().host() != null;
  }

  private static boolean hasLead(CommitteeDraft it) {
    return it.filing().kind() != STUDIO || it.lead() != null;
  }
}
