package cn.linli.platform.job;

import cn.linli.platform.web.Page;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A job as its asker sees it.
 *
 * @param progress {@code rows} and what became of them
 * @param results what it made, for instance the {@code topic} of a republish
 * @param failure code of what ended it
 */
record JobReply(
    String id,
    String kind,
    Job.State status,
    Map<String, Long> progress,
    Map<String, String> results,
    Page<Row> rejected,
    @Nullable String failure,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  /** A rejected row, told in the caller's language. */
  record Row(long row, String code, String message) {}

  static JobReply of(Job job, Page<Row> rejected) {
    var progress = new TreeMap<String, Long>(job.counts());
    progress.put("rows", job.rows());
    return new JobReply(
        job.id(),
        job.kind(),
        job.state(),
        progress,
        new TreeMap<>(job.results()),
        rejected,
        job.failure(),
        job.createdAt(),
        job.finishedAt());
  }
}
