package cn.linli.mediation.domain.roster;

import cn.linli.events.WireName;

/** What counts for or against a mediator in a dispute. Points are a project decision. */
public enum Merit implements WireName {
  /** Every party would like them (人民调解法 §19, §23): above everything else together. */
  CHOSEN_BY_ALL(200),
  /** Some of the parties would like them. */
  CHOSEN_BY_SOME(20),
  /** Speaks what the parties speak; in proportion where several languages are asked for. */
  LANGUAGE(40),
  /** Is specialised in this kind of dispute. */
  SPECIALTY(30),
  /** Works in the committee, studio or team that has it. */
  SAME_BODY(20),
  /** Works in the same community. */
  SAME_COMMUNITY(15),
  /** Works in the same street. */
  SAME_STREET(10),
  /** A peacemaker, for a dispute within a building. */
  PEACEMAKER(25),
  CHIEF(8),
  FULL_TIME(5),
  /** For each dispute they mediate now. */
  OPEN_CASES(-3);

  /** Grows with every change of these points. */
  public static final int FORMULA = 1;

  /** No more is taken off, however many disputes somebody has. */
  public static final int OPEN_CASES_MOST = -30;

  private final int points;

  Merit(int points) {
    this.points = points;
  }

  public int points() {
    return points;
  }
}
