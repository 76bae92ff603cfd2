package cn.linli.timebank.volunteering;

import cn.linli.events.timebank.AccountKind;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.commit.Command.Streams;
import cn.linli.platform.commit.StreamId;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.domain.Volunteer;
import cn.linli.timebank.domain.teams.Skills;
import cn.linli.timebank.ledger.Account;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who gives time, from their passbook and what they have shown that they can do. */
public final class Volunteers {

  /** Skills of an account: streams {@code s:<account>}. */
  public static final String SKILLS = "s";

  /** Teams: streams {@code m:<id>}. */
  public static final String TEAMS = "m";

  private Volunteers() {}

  public static StreamId team(String id) {
    return new StreamId(TEAMS, id);
  }

  /** What has to be looked at to know somebody; what can't be an account is not there. */
  public static List<StreamId> streams(String account) {
    StreamId passbook = passbook(account);
    return List.of(passbook, new StreamId(SKILLS, passbook.key()));
  }

  public static StreamId passbook(String account) {
    return Kind.named(AccountCases.KIND, account, "account-unknown");
  }

  /** As of this attempt; the rules ask {@link #isKnown} first. */
  public static Volunteer of(String account, Streams streams) {
    Account passbook = streams.state(AccountCases.stream(account), Account.class);
    Skills skills = streams.state(new StreamId(SKILLS, account), Skills.class);
    return of(account, passbook, skills.shown(), streams.at());
  }

  /** Where nobody asks what they can do. */
  public static Volunteer of(String account, Account passbook, Instant at) {
    return of(account, passbook, Set.of(), at);
  }

  public static boolean isKnown(String account, Streams streams) {
    return streams.state(AccountCases.stream(account), Account.class).exists();
  }

  public static Volunteer of(String account, Account passbook, Set<String> shown, Instant at) {
    boolean minor = passbook.isMinor(WorkCalendar.dayOf(at).getYear());
    return new Volunteer(
        account,
        passbook.kind() == AccountKind.PERSON,
        passbook.isOpen(),
        passbook.owner(),
        minor ? passbook.guardianMark() : null,
        passbook.division(),
        minor,
        passbook.guardian() != null,
        passbook.isInsured(),
        shown);
  }
}
