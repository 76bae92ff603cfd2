package cn.linli.mediation.domain.roster;

import cn.linli.events.mediation.CommitteeDeclared;
import cn.linli.events.mediation.CommitteeFiling;
import cn.linli.events.mediation.CommitteeMember;
import cn.linli.events.mediation.CommitteeTerm;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a body that mediates.
 *
 * @param filing what holds now: members and term as they have become
 * @param memberNumbers how many members were ever numbered, so that no number is given twice
 */
public record Committee(
    Standing standing,
    @Nullable DisputeLevel level,
    @Nullable CommitteeFiling filing,
    int memberNumbers,
    @Nullable Instant registeredAt) {

  /** More than any term of three years brings to nine seats. */
  static final int MEMBER_NUMBERS_MAX = 200;

  public enum Standing implements cn.linli.events.WireName {
    NONE,
    ACTIVE,
    /** Its term is over and nobody was elected yet: no new disputes. */
    TERM_OVER,
    ENDED
  }

  /** Nothing was registered yet. */
  public static final Committee NONE = new Committee(Standing.NONE, null, null, 0, null);

  public boolean exists() {
    return filing != null;
  }

  public boolean isActive() {
    return standing == Standing.ACTIVE;
  }

  public CommitteeFiling filed() {
    if (filing == null) {
      throw new IllegalStateException("nothing was registered yet");
    }
    return filing;
  }

  /** Midnight after the last day of the term, while that is still to come. */
  public @Nullable Instant due() {
    if (!isActive() || filed().term() == null) {
      return null;
    }
    return filed().term().until().plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
  }

  Committee in(Standing now) {
    return new Committee(now, level, filing, memberNumbers, registeredAt);
  }

  Committee with(
      List<CommitteeMember> members, CommitteeDeclared declared, @Nullable CommitteeTerm term) {
    CommitteeFiling now = filed();
    int highest = members.stream().mapToInt(Committee::numberOf).reduce(memberNumbers, Math::max);
    return new Committee(
        standing,
        level,
        new CommitteeFiling(
            now.kind(),
            now.division(),
            now.nameRef(),
            now.trades(),
            now.parent(),
            now.partners(),
            now.host(),
            now.lead(),
            term,
            members,
            declared),
        highest,
        registeredAt);
  }

  static int numberOf(CommitteeMember member) {
    return Integer.parseInt(member.no().substring(1));
  }
}
