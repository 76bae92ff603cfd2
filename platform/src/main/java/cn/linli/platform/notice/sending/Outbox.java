package cn.linli.platform.notice.sending;

import cn.linli.platform.commit.Command;
import cn.linli.platform.notice.Notice;
import java.time.Instant;
import java.util.List;

/**
 * What a service has to send, and how it puts on record what became of it.
 *
 * @param <C> a case as it is stored
 */
public interface Outbox<C> {

  /** Cases with a message that is to be sent by now, the longest waiting first. */
  List<C> waiting(Instant now, int limit);

  /** The messages of one case that are to be sent by now. */
  List<? extends Notice<?>> due(C stored, Instant now);

  /** Key of the case's stream. */
  String id(C stored);

  /**
   * What stands on record before it is sent.
   *
   * @return commands, each harmless to send again
   */
  default List<Command> first(C stored, Notice<?> notice) {
    return List.of();
  }

  /** Contact data leave the vault here, and nowhere else on this way. */
  NoticeSender.Letter letter(C stored, Notice<?> notice);

  /**
   * Puts it on record.
   *
   * @param id of the command
   */
  Command mark(C stored, Notice<?> notice, Result result, String id);

  /** What became of one try. */
  sealed interface Result {
    record Sent() implements Result {}

    /** {@code again} false: another try would fail for the same reason. */
    record Failed(String code, boolean again) implements Result {}
  }
}
