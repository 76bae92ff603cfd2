package cn.linli.platform.job;

/** A job can't go on, and trying again would not help. */
public final class JobFailed extends Exception {

  private static final long serialVersionUID = 1;

  private final String code;

  public JobFailed(String code) {
    super(code);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
