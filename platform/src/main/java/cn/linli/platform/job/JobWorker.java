package cn.linli.platform.job;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does queued jobs, one at a time in each instance, oldest first. */
public final class JobWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);
  private static final int LOOKS_BETWEEN_SWEEPS = 600;

  private final Jobs jobs;
  private final String owner;
  private final Map<String, JobHandler> handlers;
  private final Thread thread;
  private volatile boolean running = true;

  /**
   * @param owner name of this instance, for whoever looks at the documents
   */
  public JobWorker(Jobs jobs, String owner, Collection<JobHandler> handlers) {
    this.jobs = jobs;
    this.owner = owner;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
    this.thread = Thread.ofVirtual().name("job-worker").unstarted(this::work);
  }

  public JobWorker start() {
    thread.start();
    return this;
  }

  private void work() {
    int looks = 0;
    while (running) {
      try {
        if (looks++ % LOOKS_BETWEEN_SWEEPS == 0) {
          jobs.sweep();
        }
        Optional<JobRun> next = jobs.claim(owner);
        if (next.isPresent()) {
          run(next.get());
        } else {
          Thread.sleep(IDLE);
        }
      } catch (InterruptedException closed) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("No job can be taken at the moment: {}", e.getMessage());
        pause();
      }
    }
  }

  private void run(JobRun run) throws InterruptedException {
    JobHandler handler = handlers.get(run.job().kind());
    if (handler == null) {
      run.failed("unknown-kind");
      return;
    }
    try {
      handler.run(run);
      run.done();
    } catch (JobFailed e) {
      run.failed(e.code());
    } catch (JobLost e) {
      LOG.info("Job {} goes on in another instance", run.job().id());
    } catch (InterruptedException e) {
      throw e; // it stays claimed until its lease ends, then another instance goes on
    } catch (Exception e) {
      LOG.error("Job {} stopped; it is taken up again when its lease ends", run.job().id(), e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(IDLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    running = false;
    thread.interrupt();
    try {
      thread.join(CLOSE_TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
