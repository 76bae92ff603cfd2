package cn.linli.petition.domain;

import cn.linli.events.petition.NoticeAbout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Messages to the petitioner, and what became of them.
 *
 * @param made how many there were
 * @param latest the latest ones, oldest first
 */
public record Notices(int made, List<Notice> latest) {

  static final Notices NONE = new Notices(0, List.of());

  /** More are told by the history. */
  static final int KEPT_MAX = 20;

  /**
   * @param round the round it tells of
   * @param nextAt when it is to be sent; null once it was, or is given up
   * @param failure why the last try failed
   */
  public record Notice(
      String id,
      NoticeAbout about,
      int round,
      Instant at,
      int attempts,
      @Nullable Instant nextAt,
      @Nullable Instant sentAt,
      @Nullable Instant deliveredAt,
      @Nullable Instant readAt,
      @Nullable String failure) {

    public boolean isWaiting() {
      return nextAt != null;
    }

    public boolean isGivenUp() {
      return nextAt == null && sentAt == null;
    }

    Notice sent(int attempt, Instant when) {
      return new Notice(id, about, round, at, attempt, null, when, deliveredAt, readAt, null);
    }

    Notice failed(int attempt, String why, @Nullable Instant again) {
      return new Notice(id, about, round, at, attempt, again, sentAt, deliveredAt, readAt, why);
    }

    Notice delivered(Instant when) {
      return new Notice(id, about, round, at, attempts, nextAt, sentAt, when, readAt, failure);
    }

    Notice read(Instant when) {
      return new Notice(id, about, round, at, attempts, nextAt, sentAt, deliveredAt, when, failure);
    }
  }

  public Notices {
    latest = List.copyOf(latest);
  }

  public Optional<Notice> find(String id) {
    return latest.stream().filter(notice -> notice.id().equals(id)).findFirst();
  }

  /** The one to send next. */
  public Optional<Notice> next() {
    return latest.stream().filter(Notice::isWaiting).min(Comparator.comparing(Notice::nextAt));
  }

  /** What was to be told of the acceptance is said by the answer as well. */
  Notices plus(NoticeAbout about, int round, Instant at) {
    var all = new ArrayList<>(latest);
    if (about == NoticeAbout.ANSWER) {
      all.removeIf(it -> it.about() == NoticeAbout.ACCEPTANCE && it.isWaiting());
    }
    String id = about.wire() + "-" + (made + 1);
    all.add(new Notice(id, about, round, at, 0, at, null, null, null, null));
    if (all.size() > KEPT_MAX) {
      all.removeFirst();
    }
    return new Notices(made + 1, all);
  }

  Notices with(String id, UnaryOperator<Notice> change) {
    return new Notices(
        made,
        latest.stream()
            .map(notice -> notice.id().equals(id) ? change.apply(notice) : notice)
            .toList());
  }
}
