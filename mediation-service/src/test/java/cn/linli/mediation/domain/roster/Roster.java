package cn.linli.mediation.domain.roster;

import cn.linli.events.mediation.CommitteeDeclared;
import cn.linli.events.mediation.CommitteeFiling;
import cn.linli.events.mediation.CommitteeKind;
import cn.linli.events.mediation.CommitteeMember;
import cn.linli.events.mediation.CommitteeTerm;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.MediatorEvent.MediatorInterestsDeclared;
import cn.linli.events.mediation.MediatorEvent.MediatorJoinedBody;
import cn.linli.events.mediation.MediatorEvent.MediatorRegistered;
import cn.linli.events.mediation.MediatorFiling;
import cn.linli.events.mediation.MediatorGrade;
import cn.linli.events.mediation.MediatorProfile;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Bodies and mediators with everything ordinary; change what the rule is about. */
public final class Roster {

  public static final String COMMUNITY = "370602003006";
  static final Instant NOW = instant("2026-01-05T10:00");
  static final CommitteeTerm TERM =
      new CommitteeTerm(LocalDate.parse("2026-01-01"), LocalDate.parse("2028-12-31"));

  private Roster() {}

  static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
  }

  static Committee active(CommitteeFiling filing) {
    return new Committee(
        Committee.Standing.ACTIVE, DisputeLevel.COMMUNITY, filing, filing.members().size(), NOW);
  }

  static List<CommitteeMember> members(int size) {
    var members = new ArrayList<CommitteeMember>();
    for (int i = 1; i <= size; i++) {
      members.add(new CommitteeMember("m" + i, "name-" + i, i == 1));
    }
    return members;
  }

  /** A committee of five that passes every gate. */
  static CommitteeFiling committee() {
    return filing(CommitteeKind.COMMITTEE, COMMUNITY, TERM, members(5));
  }

  static CommitteeFiling filing(
      CommitteeKind kind, String division, CommitteeTerm term, List<CommitteeMember> members) {
    return new CommitteeFiling(
        kind,
        division,
        "name",
        kind == CommitteeKind.TRADE ? List.of(DisputeKind.MEDICAL) : List.of(),
        kind.isCommittee() ? null : COMMUNITY,
        kind == CommitteeKind.JOINT ? List.of("k1", "k2") : List.of(),
        kind == CommitteeKind.POLICE_STUDIO ? "jinqiao-police-station" : null,
        kind == CommitteeKind.STUDIO ? "gui" : null,
        kind.isCommittee() ? term : null,
        kind.isCommittee() ? members : List.of(),
        new CommitteeDeclared(true, false, false));
  }

  static MediatorProfile profile() {
    return new MediatorProfile(
        MediatorGrade.PART_TIME, List.of(COMMUNITY), List.of(), List.of(), List.of(), null, true);
  }

  public static Mediator mediator(String id) {
    return mediator(id, it -> it);
  }

  /** Acts with the account {@code account-<id>}, has the phone {@code phone-<id>}. */
  public static Mediator mediator(String id, UnaryOperator<MediatorProfile> change) {
    return MediatorEvolution.evolve(
        Mediator.NONE,
        new MediatorRegistered(
            new MediatorFiling(
                COMMUNITY,
                true,
                "name-" + id,
                "account-" + id,
                "phone-" + id,
                change.apply(profile()))),
        NOW);
  }

  /** Acts with another account than its id says. */
  public static Mediator acting(String id, String account) {
    return MediatorEvolution.evolve(
        Mediator.NONE,
        new MediatorRegistered(
            new MediatorFiling(COMMUNITY, true, "name-" + id, account, null, profile())),
        NOW);
  }

  public static Candidate candidate(String id) {
    return candidate(id, it -> it);
  }

  public static Candidate candidate(String id, UnaryOperator<MediatorProfile> change) {
    return new Candidate(id, mediator(id, change), 0, List.of());
  }

  public static Candidate withProfession(String id, String... professions) {
    return candidate(id, it -> professions(it, professions));
  }

  static Candidate declaring(String id, List<String> kin, List<String> organisations) {
    return new Candidate(
        id,
        MediatorEvolution.evolve(
            mediator(id), new MediatorInterestsDeclared(kin, organisations), NOW),
        0,
        List.of());
  }

  static Candidate working(String id, String body) {
    return new Candidate(
        id,
        MediatorEvolution.evolve(mediator(id), new MediatorJoinedBody(body), NOW),
        0,
        List.of());
  }

  static MediatorProfile professions(MediatorProfile it, String... professions) {
    return new MediatorProfile(
        it.grade(),
        it.divisions(),
        it.specialties(),
        it.languages(),
        List.of(professions),
        it.organisation(),
        it.volunteer());
  }

  static MediatorProfile grade(MediatorProfile it, MediatorGrade grade) {
    return new MediatorProfile(
        grade,
        it.divisions(),
        it.specialties(),
        it.languages(),
        it.professions(),
        it.organisation(),
        it.volunteer());
  }

  static MediatorProfile can(
      MediatorProfile it,
      List<String> divisions,
      List<DisputeKind> specialties,
      List<String> languages,
      String organisation) {
    return new MediatorProfile(
        it.grade(),
        divisions,
        specialties,
        languages,
        it.professions(),
        organisation,
        it.volunteer());
  }

  /** Two neighbours: p1 with the marks {@code phone-p1} and {@code account-p1}, and p2. */
  static Matter matter() {
    return matter(Set.of(), side("p1"), side("p2"));
  }

  static Matter matter(Set<String> languages, Matter.Side... sides) {
    return new Matter(
        "0dispute",
        DisputeKind.NEIGHBOURS,
        DisputeLevel.COMMUNITY,
        "370602003006001",
        "k1",
        languages,
        List.of(sides),
        Set.of());
  }

  static Matter.Side side(String party) {
    return side(party, Set.of(), Set.of());
  }

  static Matter.Side side(String party, Set<String> chosen, Set<String> refused) {
    return new Matter.Side(
        party, Set.of("phone-" + party, "account-" + party), null, chosen, refused);
  }
}
