package cn.linli.platform.commit;

import java.util.concurrent.CompletableFuture;

/** A command on its way, and who waits for it. Used by one worker at a time. */
final class Pending {

  private static final int DOCUMENTS_PER_STREAM = 2;

  final Command command;
  final CompletableFuture<Outcome> answer = new CompletableFuture<>();
  final long submittedAtNanos = System.nanoTime();

  private long firstTriedAtNanos;
  private int tries;
  private boolean reserved;
  private boolean finished;

  Pending(Command command) {
    this.command = command;
  }

  void tried() {
    if (tries++ == 0) {
      firstTriedAtNanos = System.nanoTime();
    }
  }

  /** Whether this is not its first attempt: then nothing is taken from memory. */
  boolean again() {
    return tries > 1;
  }

  boolean triedLongerThan(long nanos) {
    return tries > 0 && System.nanoTime() - firstTriedAtNanos > nanos;
  }

  boolean waitsLongerThan(long nanos) {
    return System.nanoTime() - submittedAtNanos > nanos;
  }

  /** Whether it holds its streams. */
  boolean reserved() {
    return reserved;
  }

  void reserve() {
    reserved = true;
  }

  void finish() {
    finished = true;
  }

  boolean finished() {
    return finished;
  }

  /** What it writes at most, not counting what falls due meanwhile. */
  int documents() {
    return command.streams().size() * DOCUMENTS_PER_STREAM
        + command.besides().size()
        + command.vault().size();
  }
}
