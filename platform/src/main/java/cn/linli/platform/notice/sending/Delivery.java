package cn.linli.platform.notice.sending;

import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.notice.Notice;
import cn.linli.platform.notice.sending.Outbox.Result;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Sends one notice and commits that it was sent. A process that dies between the two sends it again
 * under the same id; one that lives and could only not commit does not.
 *
 * @param <C> a case as it is stored
 */
final class Delivery<C> {

  private static final long COMMIT_SECONDS_MAX = 30;

  /** Sent, and not yet marked so: bounded by what one pass takes up. */
  private final Set<String> sentUnmarked = ConcurrentHashMap.newKeySet();

  private final NoticeSender sender;
  private final Outbox<C> outbox;
  private final CommandGate gate;

  Delivery(NoticeSender sender, Outbox<C> outbox, CommandGate gate) {
    this.sender = sender;
    this.outbox = outbox;
    this.gate = gate;
  }

  /** Whether it is through: sent, or its failure is on record. */
  boolean deliver(C stored, Notice<?> notice) throws Exception {
    for (Command before : outbox.first(stored, notice)) {
      if (!commit(before)) {
        return false;
      }
    }
    String id = outbox.id(stored) + "/" + notice.id();
    Result result = new Result.Sent();
    if (!sentUnmarked.contains(id)) {
      try {
        sender.send(
            new NoticeSender.Envelope(id, notice.about().wire()),
            () -> outbox.letter(stored, notice));
        sentUnmarked.add(id);
      } catch (NoticeSender.NotSent e) {
        result = new Result.Failed(e.code(), e.again());
      }
    }
    String mark = "notice/" + id + "/" + (notice.attempts() + 1);
    boolean marked = commit(outbox.mark(stored, notice, result, mark));
    if (marked) {
      sentUnmarked.remove(id);
    }
    return marked;
  }

  private boolean commit(Command command) throws Exception {
    Outcome outcome = gate.submit(command).get(COMMIT_SECONDS_MAX, TimeUnit.SECONDS);
    return outcome instanceof Outcome.Done || outcome instanceof Outcome.Refused;
  }
}
