package cn.linli.mediation.domain.roster;

import java.util.List;

/**
 * A mediator who might sit in a dispute, and what was looked up of them.
 *
 * @param id on the roster
 * @param openCases disputes they mediate now
 * @param met whom they met as a party in earlier disputes
 */
public record Candidate(String id, Mediator mediator, int openCases, List<Met> met) {

  public Candidate {
    met = List.copyOf(met);
  }

  /**
   * @param mark keyed hash of the other person
   * @param opposed on the other side; else on the same
   */
  public record Met(String mark, boolean opposed) {}
}
