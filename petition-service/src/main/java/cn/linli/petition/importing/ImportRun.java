package cn.linli.petition.importing;

import cn.linli.petition.domain.Petition;
import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiPredicate;

/**
 * Takes the rows of one file to the committer, so many at once that its batches fill, and counts
 * the answers in the order of the rows. Blocking, for one virtual thread.
 */
final class ImportRun {

  /** Half of what the committer lets wait, so that people still get in. */
  static final int IN_FLIGHT_MAX = 512;

  private record Pending(ImportItem item, Command command, CompletableFuture<Outcome> answer) {}

  /** Told after each row, in their order. */
  @FunctionalInterface
  interface Progress {
    void after(long row, Tally tally);
  }

  private final CommandGate gate;
  private final ImportCommands commands;
  private final RowParser parser;
  private final Caller caller;
  private final String name;
  private final String correlation;
  private final BiPredicate<StreamId, String> isOurs;

  /**
   * @param name of the import, first part of each command's causation
   * @param isOurs whether the request of a stream was made by a given causation: tells rows that
   *     this import took before it was interrupted from duplicates
   */
  ImportRun(
      CommandGate gate,
      ImportCommands commands,
      RowParser parser,
      Caller caller,
      String name,
      String correlation,
      BiPredicate<StreamId, String> isOurs) {
    this.gate = gate;
    this.commands = commands;
    this.parser = parser;
    this.caller = caller;
    this.name = name;
    this.correlation = correlation;
    this.isOurs = isOurs;
  }

  /**
   * @param rowsDone rows to pass over: they are in the tally already
   */
  void run(Rows rows, long rowsDone, Tally tally, Progress progress) throws InterruptedException {
    Deque<Object> window = new ArrayDeque<>();
    while (rows.hasNext()) {
      RawRow row = rows.next();
      if (row.number() <= rowsDone) {
        continue;
      }
      if (window.size() >= IN_FLIGHT_MAX) {
        settle(window.removeFirst(), tally, progress);
      }
      window.addLast(send(row));
    }
    while (!window.isEmpty()) {
      settle(window.removeFirst(), tally, progress);
    }
  }

  /** A {@link Pending} or a {@link RowProblem}: both wait for their turn, for the order's sake. */
  private Object send(RawRow row) {
    if (row.problem() != null) {
      return row.problem();
    }
    try {
      ImportItem item = parser.parse(row);
      Command command = commands.of(item, caller, correlation, causation(item));
      return new Pending(item, command, gate.submit(command));
    } catch (BadRow bad) {
      return bad.problem(row.number());
    }
  }

  private String causation(ImportItem item) {
    return name + "/" + item.row();
  }

  private void settle(Object first, Tally tally, Progress progress) throws InterruptedException {
    if (first instanceof Pending pending) {
      count(pending, answer(pending), tally);
      progress.after(pending.item().row(), tally);
    } else if (first instanceof RowProblem problem) {
      tally.rejected(problem);
      progress.after(problem.row(), tally);
    }
  }

  /** Asks again as long as the committer is full or does not know: the id is the same. */
  private Outcome answer(Pending pending) throws InterruptedException {
    try {
      Outcome outcome = pending.answer().get();
      while (true) {
        Duration wait =
            switch (outcome) {
              case Outcome.Overloaded(var retryAfter) -> retryAfter;
              case Outcome.Unknown(var retryAfter) -> retryAfter;
              default -> Duration.ZERO;
            };
        if (wait.isZero()) {
          return outcome;
        }
        Thread.sleep(wait);
        outcome = gate.submit(pending.command()).get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the committer did not answer", e.getCause());
    }
  }

  private void count(Pending pending, Outcome outcome, Tally tally) {
    ImportItem item = pending.item();
    boolean inQuarantine = item.division().equals(Petition.UNKNOWN_DIVISION);
    switch (outcome) {
      case Outcome.Done done -> {
        if (!done.hit() || isOurs.test(done.primary(), causation(item))) {
          tally.taken(inQuarantine);
        } else {
          tally.duplicate();
        }
      }
      case Outcome.Refused(var refusal) -> {
        if (refusal.code().equals("external-id-taken")) {
          tally.duplicate();
        } else {
          tally.rejected(new RowProblem(item.row(), refusal.code(), null));
        }
      }
      case Outcome.KeyConflict() ->
          tally.rejected(
              new RowProblem(item.row(), "external-id-conflict", Column.EXTERNAL_ID.field()));
      case Outcome.Broken(var code, _) -> tally.rejected(new RowProblem(item.row(), code, null));
      case Outcome.VersionConflict _, Outcome.Overloaded _, Outcome.Unknown _ ->
          throw new IllegalStateException("no answer for a row: " + outcome);
    }
  }
}
