package cn.linli.platform.job;

/** Another instance has taken the job: stop, it goes on there. */
public final class JobLost extends RuntimeException {

  private static final long serialVersionUID = 1;

  JobLost() {
    super("taken by another instance", null, false, false);
  }
}
