package cn.linli.petition.domain;

import cn.linli.events.petition.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said against a body never reaches it, nor anybody below it. Source: 信访工作条例 §30, domain
 * rules §4.1.
 */
public final class Accusation {

  private Accusation() {}

  /**
   * Every code a unit answers to: its organisation, its division and all that its division lies in.
   */
  public static List<String> codesOf(Unit unit) {
    var codes = new ArrayList<String>();
    if (unit.organisation() != null) {
      codes.add(unit.organisation());
    }
    for (int digits : new int[] {2, 4, 6, 9, 12, 15}) {
      if (unit.division().length() >= digits) {
        codes.add(unit.division().substring(0, digits));
      }
    }
    return codes;
  }

  public static boolean reaches(Unit unit, @Nullable String accusedMark, Facts.Marks marks) {
    return accusedMark != null
        && codesOf(unit).stream().anyMatch(code -> marks.of(code).equals(accusedMark));
  }
}
