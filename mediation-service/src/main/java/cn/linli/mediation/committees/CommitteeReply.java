package cn.linli.mediation.committees;

import cn.linli.events.mediation.CommitteeDeclared;
import cn.linli.events.mediation.CommitteeKind;
import cn.linli.events.mediation.CommitteeTerm;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.mediation.domain.roster.Committee;
import cn.linli.platform.web.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body that mediates.
 *
 * @param name what stands at its door
 * @param term null for studios and teams
 */
public record CommitteeReply(
    String id,
    CommitteeKind kind,
    DisputeLevel level,
    String division,
    @Nullable String name,
    Committee.Standing standing,
    List<DisputeKind> trades,
    @Nullable String parent,
    List<String> partners,
    @Nullable String host,
    @Nullable String lead,
    @Nullable CommitteeTerm term,
    List<Member> members,
    CommitteeDeclared declared,
    Instant registeredAt,
    long version)
    implements Versioned {

  /**
   * @param name masked
   */
  public record Member(String no, @Nullable String name, boolean chair) {}
}
