package cn.linli.platform.job;

import java.io.IOException;

/** The input of a job is longer than we keep. */
public final class FileTooLarge extends IOException {

  private static final long serialVersionUID = 1;

  private final long bytesMax;

  FileTooLarge(long bytesMax) {
    super("more than " + bytesMax + " bytes");
    this.bytesMax = bytesMax;
  }

  public long bytesMax() {
    return bytesMax;
  }
}
