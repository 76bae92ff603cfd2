package cn.linli.platform.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scan of the journal has already sent, so that the change stream, which began before the
 * scan, does not send it twice. Remembered are only streams whose last commit is young: an older
 * one can't come through the stream any more.
 */
final class ScannedCommits {

  /**
   * A commit's instant is taken when it is decided, at most 10 s of retries and 1 s of clock before
   * it is committed; an hour leaves no doubt.
   */
  private static final Duration MARGIN = Duration.ofHours(1);

  private final Instant remembered;
  private final Map<String, Long> versions = new HashMap<>();
  private String stream = "";
  private long version;
  private boolean gap;
  private long commits;

  ScannedCommits(Instant streamBegan) {
    this.remembered = streamBegan.minus(MARGIN);
  }

  /**
   * Commits of the scan, in the order of stream and version. A cursor that writers overtake may see
   * version k + 1 but not k: then the rest of that stream is left to the change stream, which has
   * both in order, since both were committed after it began.
   */
  boolean take(JournalCommit commit) {
    if (!commit.stream().equals(stream)) {
      stream = commit.stream();
      version = 0;
      gap = false;
    }
    gap = gap || commit.k() != version + 1;
    if (gap) {
      return false;
    }
    version = commit.k();
    commits++;
    if (!commit.at().isBefore(remembered)) {
      versions.put(stream, version);
    }
    return true;
  }

  /** What of this window the scan has not sent. */
  Window without(Window window) {
    List<JournalCommit> fresh = window.commits().stream().filter(this::isFresh).toList();
    commits += fresh.size();
    int events = fresh.stream().mapToInt(commit -> commit.events().size()).sum();
    return new Window(fresh, events, window.token(), window.clusterSeconds(), window.beatAt());
  }

  long commits() {
    return commits;
  }

  private boolean isFresh(JournalCommit commit) {
    return commit.k() > versions.getOrDefault(commit.stream(), 0L);
  }
}
