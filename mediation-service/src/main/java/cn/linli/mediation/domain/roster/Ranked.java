package cn.linli.mediation.domain.roster;

import java.util.List;

/**
 * A mediator with a score that says where it comes from.
 *
 * @param score sum of the parts
 */
public record Ranked(Candidate candidate, int score, List<Part> parts) {

  public Ranked {
    parts = List.copyOf(parts);
  }

  /**
   * @param detail what it rests on: a code or a number
   */
  public record Part(Merit merit, int points, String detail) {}

  public String id() {
    return candidate.id();
  }
}
