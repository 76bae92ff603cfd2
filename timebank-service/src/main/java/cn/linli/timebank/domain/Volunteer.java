package cn.linli.timebank.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules ask about who gives time or takes it.
 *
 * @param account id of the passbook
 * @param person one person's own; a household or a group gives no time
 * @param open neither frozen nor closed
 * @param mark of the token it belongs to; null: a clerk acts for them
 * @param guardianMark of the token of a minor's guardian, who speaks for them; null: nobody does
 * @param minor under age today
 * @param guardian whether a guardian's consent is on record
 * @param insured whether insured today
 * @param skills that somebody else has seen
 */
public record Volunteer(
    String account,
    boolean person,
    boolean open,
    @Nullable String mark,
    @Nullable String guardianMark,
    String division,
    boolean minor,
    boolean guardian,
    boolean insured,
    Set<String> skills) {

  public Volunteer {
    skills = Set.copyOf(skills);
  }

  /** The volunteer, or a minor's guardian: neither confirms what the volunteer did. */
  public boolean isActor(Actor actor) {
    return actor.mark().equals(mark) || actor.mark().equals(guardianMark);
  }
}
