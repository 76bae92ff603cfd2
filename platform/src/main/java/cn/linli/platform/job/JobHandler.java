package cn.linli.platform.job;

/** Does the jobs of one kind. */
public interface JobHandler {

  /** {@link Job#kind} of the jobs it does. */
  String kind();

  /**
   * Blocking, on a virtual thread. What it has done before it may find done again.
   *
   * @throws JobFailed to end the job with a code that its asker is told
   */
  void run(JobRun run) throws Exception;
}
