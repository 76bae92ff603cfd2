package cn.linli.timebank.teams;

import cn.linli.platform.web.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team.
 *
 * @param members how many
 * @param roster who they are; null for whoever neither leads it nor is one of them
 * @param shifts how many were ever planned
 */
public record TeamReply(
    String id,
    String name,
    String kind,
    String division,
    boolean open,
    @Nullable String lead,
    int members,
    @Nullable List<Member> roster,
    int shifts,
    Instant formedAt,
    long version)
    implements Versioned {

  /** {@code name}: masked; null where it was erased. */
  public record Member(String account, @Nullable String name) {}
}
