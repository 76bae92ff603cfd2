package cn.linli.platform.republish;

import cn.linli.platform.job.JobFailed;
import cn.linli.platform.job.JobHandler;
import cn.linli.platform.job.JobLost;
import cn.linli.platform.job.JobRun;
import cn.linli.platform.relay.Republish;
import com.mongodb.MongoInterruptedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run that an ended instance left is begun anew by the next one: its topic stays without a
 * position, and nothing starts from it.
 */
final class RepublishJob implements JobHandler {

  static final String KIND = "republish";

  private static final Logger LOG = LoggerFactory.getLogger(RepublishJob.class);
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(1);

  private final Republish republish;
  private final InstantSource clock;

  RepublishJob(Republish republish, InstantSource clock) {
    this.republish = republish;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) throws JobFailed, InterruptedException {
    try {
      var result = republish.run(new Reported(run));
      run.tell("topic", result.topic());
      run.checkpoint(
          result.commits(),
          Map.of("commits", result.commits(), "events", result.events()),
          List.of());
    } catch (JobLost lost) {
      throw lost;
    } catch (InterruptException | MongoInterruptedException stopped) {
      throw new InterruptedException(stopped.getMessage());
    } catch (RuntimeException e) {
      LOG.error("The journal was not published again", e);
      throw new JobFailed("republish-failed");
    }
  }

  /** Says at most once a second how far it is. */
  private final class Reported implements Republish.Progress {

    private final JobRun run;
    private Instant next = Instant.EPOCH;

    Reported(JobRun run) {
      this.run = run;
    }

    @Override
    public void at(String topic, long commits, long events) {
      Instant now = clock.instant();
      if (now.isBefore(next)) {
        return;
      }
      next = now.plus(BETWEEN_CHECKPOINTS);
      run.checkpoint(commits, Map.of("commits", commits, "events", events), List.of());
    }
  }
}
