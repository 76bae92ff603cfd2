package cn.linli.platform.access;

/**
 * Who acted, as journals write it: {@code role@division#mark}. The mark stands for the account, so
 * a second role is the same person.
 */
public final class ActorRef {

  private static final char BEFORE_MARK = '#';

  private ActorRef() {}

  static String of(Role role, String division, String mark) {
    return role.wire() + "@" + division + BEFORE_MARK + mark;
  }

  /** Role and division alone: who it was is nobody's business where this is shown. */
  public static String withoutMark(String by) {
    int mark = by.indexOf(BEFORE_MARK);
    return mark < 0 ? by : by.substring(0, mark);
  }

  /** What stands for the person; all of it where there is no mark, as for the clock. */
  public static String mark(String by) {
    return by.substring(by.indexOf(BEFORE_MARK) + 1);
  }
}
