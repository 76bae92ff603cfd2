package cn.linli.platform.job;

import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** A job in the hands of this instance. */
public final class JobRun {

  private final Jobs jobs;
  private final Job job;
  private final long epoch;

  JobRun(Jobs jobs, Job job, long epoch) {
    this.jobs = jobs;
    this.job = job;
    this.epoch = epoch;
  }

  /** As it was taken: {@link Job#rows} of its input are dealt with already. */
  public Job job() {
    return job;
  }

  /** Whether another instance, or this one before it was restarted, began it. */
  public boolean resumed() {
    return epoch > 1;
  }

  /** The whole input, from its start. */
  public InputStream file() {
    return jobs.file(job);
  }

  /**
   * Says how far it is; to be called at least every {@link Jobs#LEASE} divided by three. A run that
   * takes over goes on after {@code rowsDone}.
   *
   * @throws JobLost if another instance has taken it
   */
  public void checkpoint(long rowsDone, Map<String, Long> counts, List<RejectedRow> rejected) {
    jobs.reject(job, rejected);
    jobs.checkpoint(job, epoch, rowsDone, counts);
  }

  /**
   * Says what it made.
   *
   * @param name a word
   * @throws JobLost if another instance has taken it
   */
  public void tell(String name, String value) {
    jobs.tell(job, epoch, name, value);
  }

  void done() {
    jobs.finish(job, epoch, Job.State.DONE, null);
  }

  void failed(String code) {
    jobs.finish(job, epoch, Job.State.FAILED, code);
  }
}
