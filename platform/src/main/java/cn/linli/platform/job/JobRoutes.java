package cn.linli.platform.job;

import static cn.linli.platform.web.Roles.anyone;

import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Position;
import cn.linli.platform.web.ProblemTexts;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/jobs/{id}}: progress, and the rejected rows in pages. */
public final class JobRoutes {

  private final Jobs jobs;
  private final ProblemTexts texts;

  public JobRoutes(Jobs jobs, ProblemTexts texts) {
    this.jobs = jobs;
    this.texts = texts;
  }

  public RouteTable table(Web web) {
    return Routes.under("/api/v1/jobs", web)
        .get("/{id}", JobReply.class, anyone(), List.of("limit", "after"), this::one)
        .about("How far a job is, and which rows it could not take.")
        .build();
  }

  /** Null, and so 404, for all but who asked for it and the administrators above. */
  private @Nullable JobReply one(Query<NoBody> query) {
    Job job = jobs.find(query.path("id")).filter(found -> sees(query.caller(), found)).orElse(null);
    if (job == null) {
      return null;
    }
    long after = query.after().map(position -> Long.parseLong(position.id())).orElse(0L);
    var rows =
        jobs.rejected(job.id(), after, query.limit() + 1).stream()
            .map(row -> show(row, query))
            .toList();
    return JobReply.of(
        job, query.page(rows, row -> new Position(Instant.EPOCH, Long.toString(row.row()))));
  }

  private static boolean sees(Caller caller, Job job) {
    return caller.by().equals(job.by())
        || caller.is(Role.ADMIN) && caller.covers(DivisionCode.of(job.scope()));
  }

  private JobReply.Row show(RejectedRow row, Query<NoBody> query) {
    Map<String, Object> details = row.field() == null ? Map.of() : Map.of("field", row.field());
    return new JobReply.Row(
        row.row(), row.code(), texts.detail(row.code(), details, query.language()));
  }
}
