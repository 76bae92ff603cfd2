package cn.linli.platform.notice;

import cn.linli.events.WireName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Messages to those whom a case concerns, and what became of them.
 *
 * @param <A> what they may be about
 * @param made how many there were
 * @param latest the latest ones, oldest first; more are told by the history
 */
public record Notices<A extends WireName>(int made, List<Notice<A>> latest) {

  public Notices {
    latest = List.copyOf(latest);
  }

  public static <A extends WireName> Notices<A> none() {
    return new Notices<>(0, List.of());
  }

  public Optional<Notice<A>> find(String id) {
    return latest.stream().filter(notice -> notice.id().equals(id)).findFirst();
  }

  /** What is to be sent, and still waits. */
  public Optional<Notice<A>> waiting(String id) {
    return find(id).filter(Notice::isWaiting);
  }

  /** The one to send next. */
  public Optional<Notice<A>> next() {
    return latest.stream().filter(Notice::isWaiting).min(Comparator.comparing(Notice::nextAt));
  }

  /** All that is to be sent by now. */
  public List<Notice<A>> due(Instant now) {
    return latest.stream().filter(notice -> notice.isDue(now)).toList();
  }

  public boolean anyGivenUp() {
    return latest.stream().anyMatch(Notice::isGivenUp);
  }

  /**
   * One more.
   *
   * @param keptMax the oldest of those that are through goes first, and only where all wait one of
   *     them
   */
  public Notices<A> plus(A about, int round, @Nullable String party, Instant at, int keptMax) {
    var all = new ArrayList<>(latest);
    String id = about.wire() + "-" + (made + 1);
    all.add(new Notice<>(id, about, round, party, at, 0, at, null, null, null, null));
    if (all.size() > keptMax) {
      all.remove(all.stream().filter(it -> !it.isWaiting()).findFirst().orElseGet(all::getFirst));
    }
    return new Notices<>(made + 1, all);
  }

  public Notices<A> without(Predicate<Notice<A>> said) {
    return new Notices<>(made, latest.stream().filter(said.negate()).toList());
  }

  public Notices<A> with(String id, UnaryOperator<Notice<A>> change) {
    return new Notices<>(
        made,
        latest.stream()
            .map(notice -> notice.id().equals(id) ? change.apply(notice) : notice)
            .toList());
  }
}
