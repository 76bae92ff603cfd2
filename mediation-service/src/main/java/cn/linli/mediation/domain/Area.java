package cn.linli.mediation.domain;

/** Which place lies in which: the code of the wider one begins the code of the narrower one. */
public final class Area {

  private Area() {}

  public static boolean contains(String wide, String narrow) {
    return narrow.startsWith(wide);
  }

  /** One lies in the other. */
  public static boolean meet(String one, String other) {
    return contains(one, other) || contains(other, one);
  }
}
