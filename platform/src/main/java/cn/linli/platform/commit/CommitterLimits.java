package cn.linli.platform.commit;

import java.time.Duration;

/**
 * Every bound of a committer, with its unit. Source: design §2.
 *
 * @param queueMax commands that wait; one more is answered 503
 * @param batchCommandsMax commands of one transaction
 * @param batchDocumentsMax documents of one transaction (a single command may need a few more)
 * @param batchBytesMax bytes of one transaction
 * @param commitBytesMax bytes of one command's documents
 * @param eventBytesMax bytes of one event's JSON
 * @param streamsMax streams of one command; more is a job of bounded commands
 * @param retryMax how long a command is tried again; longer than the server's {@code
 *     transactionLifetimeLimitSeconds} of 5 s, because a killed owner's open transaction blocks its
 *     streams that long
 * @param unknownMax how long a commit of unknown outcome is repeated before its commands are looked
 *     up
 * @param cacheStatesMax warm states kept
 * @param cacheCharsMax characters of JSON of all warm states together
 */
public record CommitterLimits(
    int queueMax,
    int batchCommandsMax,
    int batchDocumentsMax,
    int batchBytesMax,
    int commitBytesMax,
    int eventBytesMax,
    int streamsMax,
    Duration retryMax,
    Duration unknownMax,
    int cacheStatesMax,
    int cacheCharsMax) {

  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;

  public static final CommitterLimits STANDARD =
      new CommitterLimits(
          1_024,
          256,
          1_000,
          4 * MIB,
          4 * MIB,
          256 * KIB,
          500,
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          10_000,
          32 * MIB);

  /** With other bounds in time; for tests that want to see them pass. */
  public CommitterLimits withTimes(Duration retryMax, Duration unknownMax) {
    return new CommitterLimits(
        queueMax,
        batchCommandsMax,
        batchDocumentsMax,
        batchBytesMax,
        commitBytesMax,
        eventBytesMax,
        streamsMax,
        retryMax,
        unknownMax,
        cacheStatesMax,
        cacheCharsMax);
  }

  public CommitterLimits withQueue(int queueMax) {
    return new CommitterLimits(
        queueMax,
        batchCommandsMax,
        batchDocumentsMax,
        batchBytesMax,
        commitBytesMax,
        eventBytesMax,
        streamsMax,
        retryMax,
        unknownMax,
        cacheStatesMax,
        cacheCharsMax);
  }
}
