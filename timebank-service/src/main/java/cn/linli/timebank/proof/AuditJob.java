package cn.linli.timebank.proof;

import cn.linli.platform.job.JobFailed;
import cn.linli.platform.job.JobHandler;
import cn.linli.platform.job.JobLost;
import cn.linli.platform.job.JobRun;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An audit that somebody asked for. One that an ended instance left is begun anew. */
final class AuditJob implements JobHandler {

  static final String KIND = "ledger-audit";

  private static final Logger LOG = LoggerFactory.getLogger(AuditJob.class);

  private final Auditor auditor;
  private final InstantSource clock;

  AuditJob(Auditor auditor, InstantSource clock) {
    this.auditor = auditor;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) throws JobFailed, InterruptedException {
    try {
      auditor.run(
          clock.instant().minus(JournalReading.SETTLED),
          run.job().by(),
          run.job().id(),
          lines -> run.checkpoint(lines, Map.of("lines", lines), List.of()));
    } catch (JobLost | InterruptedException stopped) {
      throw stopped;
    } catch (Exception e) {
      LOG.error("The ledger was not audited", e);
      throw new JobFailed("audit-failed");
    }
  }
}
