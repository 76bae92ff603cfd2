package cn.linli.mediation.roster;

import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.MediatorGrade;
import cn.linli.events.mediation.RemovalGround;
import cn.linli.mediation.domain.roster.Mediator;
import cn.linli.platform.web.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mediator.
 *
 * @param name masked; likewise {@code phone}, which only the house and the mediator see
 * @param openCases disputes they mediate now
 * @param house what only the house and the mediator see; null for everybody else
 */
public record MediatorReply(
    String id,
    @Nullable String name,
    String committee,
    boolean elected,
    MediatorGrade grade,
    Mediator.Standing standing,
    List<String> divisions,
    List<DisputeKind> specialties,
    List<String> languages,
    List<String> professions,
    @Nullable String organisation,
    boolean volunteer,
    List<String> bodies,
    int openCases,
    @Nullable House house,
    Instant registeredAt,
    long version)
    implements Versioned {

  /**
   * @param account whether they act with an account of their own
   * @param kin how many of their kin are declared
   * @param interests codes of bodies they have declared an interest in
   */
  public record House(
      @Nullable String phone,
      boolean account,
      int kin,
      List<String> interests,
      int complaints,
      int warnings,
      @Nullable RemovalGround removedFor) {}
}
