package cn.linli.mediation.papers;

import java.time.Instant;

/**
 * @param committee its full name
 * @param caseNumber as it stands in the register: （2026）毓人调字第17号
 * @param date of what the paper tells, not of the printing
 */
public record Head(String committee, String caseNumber, Instant date) {

  public Head at(Instant when) {
    return new Head(committee, caseNumber, when);
  }
}
