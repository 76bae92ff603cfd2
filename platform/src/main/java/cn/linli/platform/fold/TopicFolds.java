package cn.linli.platform.fold;

import cn.linli.events.UndecodableEvent;
import java.util.Map;

/**
 * Several topics in one generation: each record goes to the fold of its topic, and each fold counts
 * under a subject of its own. So one switch, one read and one comparison are about all of them.
 */
public final class TopicFolds implements Fold {

  private final String subject;
  private final Map<String, Fold> byTopic;

  /**
   * @param subject names the whole, for instance for its lease; nothing is counted under it
   * @param byTopic at least one
   */
  public TopicFolds(String subject, Map<String, Fold> byTopic) {
    if (byTopic.isEmpty()) {
      throw new IllegalArgumentException("no topic to fold");
    }
    this.subject = subject;
    this.byTopic = Map.copyOf(byTopic);
  }

  @Override
  public String subject() {
    return subject;
  }

  /** Grows with any fold's, and with each that joins: versions are positive. */
  @Override
  public int version() {
    return byTopic.values().stream().mapToInt(Fold::version).sum();
  }

  @Override
  public void fold(FoldRecord record, Counts into) {
    Fold fold = byTopic.get(record.topic());
    if (fold == null) {
      throw new UndecodableEvent(record.type(), "its topic is not folded", null);
    }
    fold.fold(record, into.under(fold));
  }
}
