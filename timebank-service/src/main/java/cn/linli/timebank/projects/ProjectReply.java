package cn.linli.timebank.projects;

import cn.linli.platform.web.Versioned;
import cn.linli.timebank.domain.projects.Project;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project on the board.
 *
 * @param petition id of the request behind it; null: none
 * @param claimedBy who has it; null: nobody
 * @param outcome done · partly · dropped; null: not closed
 */
public record ProjectReply(
    String id,
    String title,
    String words,
    String division,
    String service,
    @Nullable String petition,
    Project.Status status,
    @Nullable Claimant claimedBy,
    int percent,
    List<Step> steps,
    @Nullable String outcome,
    Instant publishedAt,
    long version)
    implements Versioned {

  /** {@code kind}: account · team · unit. */
  public record Claimant(String kind, String id) {}

  public record Step(Instant at, int percent, String words) {}
}
