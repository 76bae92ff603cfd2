package cn.linli.timebank.domain.teams;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.TeamEvent;
import cn.linli.events.timebank.TeamEvent.*;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.Volunteer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A team of volunteers.
 *
 * @param members accounts
 */
public record Team(
    @Nullable TeamFormed formed,
    boolean open,
    List<String> members,
    int shifts,
    @Nullable Instant formedAt) {

  /** None was formed under this id. */
  public static final Team NONE = new Team(null, false, List.of(), 0, null);

  public static final int MEMBERS_MAX = 500;

  /** What a team is for; the community's own organisations are among them (R3-08). */
  public static final Set<String> KINDS =
      Set.of(
          "patrol",
          "legal-education",
          "mass-prevention",
          "kitchen",
          "culture",
          "sport",
          "relief",
          "tutoring",
          "unit",
          "other");

  public Team {
    members = List.copyOf(members);
  }

  public boolean exists() {
    return formed != null;
  }

  public TeamFormed what() {
    return Objects.requireNonNull(formed, "no team was formed yet");
  }

  public boolean has(String account) {
    return members.contains(account);
  }

  public static Team evolve(Team now, TeamEvent event, Instant at) {
    return switch (event) {
      case TeamFormed it ->
          new Team(it, true, it.lead() == null ? List.of() : List.of(it.lead()), 0, at);
      case MemberJoined(_, var account) -> {
        var more = new ArrayList<>(now.members);
        more.add(account);
        yield now.with(more, now.shifts);
      }
      case MemberLeft(_, var account) ->
          now.with(now.members.stream().filter(it -> !it.equals(account)).toList(), now.shifts);
      case ShiftsPlanned it -> now.with(now.members, now.shifts + it.shifts());
      case TeamDisbanded _ -> new Team(now.formed, false, now.members, now.shifts, now.formedAt);
    };
  }

  private Team with(List<String> all, int planned) {
    return new Team(formed, open, all, planned, formedAt);
  }

  /** Who leads it, or the house of the place. */
  public boolean isLedBy(Actor actor, @Nullable Volunteer lead) {
    return actor.isHouse(what().division()) || lead != null && lead.isActor(actor);
  }

  /** Everybody may join a team themselves; its lead adds who asked with evidence. */
  public Decision<TeamEvent> join(Volunteer who, boolean recorded, boolean led, Actor actor) {
    if (!exists()) {
      return refuse("not-found");
    }
    if (!open) {
      return refuse("team-disbanded");
    }
    if (!who.isActor(actor) && !(recorded && led)) {
      return refuse("not-yourself");
    }
    if (!who.person()) {
      return refuse("not-a-person");
    }
    if (!who.open()) {
      return refuse("account-not-open");
    }
    if (who.minor() && !who.guardian()) {
      return refuse("guardian-consent-missing");
    }
    if (has(who.account())) {
      return refuse("already-a-member");
    }
    return members.size() < MEMBERS_MAX
        ? accept(new MemberJoined(what().team(), who.account()))
        : refuse("too-many-members", "limit", MEMBERS_MAX);
  }

  public Decision<TeamEvent> leave(Volunteer who, boolean led, Actor actor) {
    if (!exists()) {
      return refuse("not-found");
    }
    if (!who.isActor(actor) && !led) {
      return refuse("not-yourself");
    }
    return has(who.account())
        ? accept(new MemberLeft(what().team(), who.account()))
        : refuse("not-a-member");
  }

  /** Two passbooks of a member became one: nothing to ask, they are who they were. */
  public List<TeamEvent> replace(String one, String into) {
    if (!open || !has(one)) {
      return List.of();
    }
    var events = new ArrayList<TeamEvent>();
    events.add(new MemberLeft(what().team(), one));
    if (!has(into)) {
      events.add(new MemberJoined(what().team(), into));
    }
    return events;
  }

  public Decision<TeamEvent> plan(int many, Instant first, Instant last, boolean led) {
    if (!exists()) {
      return refuse("not-found");
    }
    if (!led) {
      return refuse("not-the-lead");
    }
    return open
        ? accept(new ShiftsPlanned(what().team(), many, first, last))
        : refuse("team-disbanded");
  }

  public Decision<TeamEvent> disband(boolean led) {
    if (!exists()) {
      return refuse("not-found");
    }
    if (!led) {
      return refuse("not-the-lead");
    }
    return open ? accept(new TeamDisbanded(what().team())) : refuse("team-disbanded");
  }
}
