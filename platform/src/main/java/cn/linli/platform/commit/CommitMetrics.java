package cn.linli.platform.commit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What an operator sees of a committer. Names are low in cardinality: no streams, no ids. */
final class CommitMetrics {

  private final MeterRegistry registry;
  private final DistributionSummary batchCommands;
  private final Timer commitTime;
  private final Timer commandTime;
  private final Counter conflicts;
  private final Counter unknown;

  CommitMetrics(MeterRegistry registry, Supplier<Number> queue) {
    this.registry = registry;
    Gauge.builder("linli.commit.queue", queue)
        .description("Commands that wait")
        .baseUnit("commands")
        .register(registry);
    this.batchCommands =
        DistributionSummary.builder("linli.commit.batch")
            .description("Commands answered by one transaction")
            .baseUnit("commands")
            .register(registry);
    this.commitTime =
        Timer.builder("linli.commit.time")
            .description("One transaction, from its first write to its commit")
            .register(registry);
    this.commandTime =
        Timer.builder("linli.command.time")
            .description("One command, from submission to its answer")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    this.conflicts =
        Counter.builder("linli.commit.conflicts")
            .description("Transactions aborted because somebody else wrote the same streams")
            .register(registry);
    this.unknown =
        Counter.builder("linli.commit.unknown")
            .description("Transactions whose outcome stayed unknown")
            .register(registry);
  }

  void wrote(BatchWriter.Result result, long nanos) {
    commitTime.record(nanos, TimeUnit.NANOSECONDS);
    switch (result) {
      case BatchWriter.Result.Conflict c -> conflicts.increment();
      case BatchWriter.Result.Unknown u -> unknown.increment();
      case BatchWriter.Result.Away a -> failed("away");
      case BatchWriter.Result.Rejected r -> failed("rejected");
      case BatchWriter.Result.Failed f -> failed("failed");
      case BatchWriter.Result.Committed c -> {}
    }
  }

  void batch(int commands) {
    batchCommands.record(commands);
  }

  void answered(Pending pending, Outcome outcome) {
    commandTime.record(System.nanoTime() - pending.submittedAtNanos, TimeUnit.NANOSECONDS);
    outcome(outcome);
  }

  void outcome(Outcome outcome) {
    String name = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    registry.counter("linli.command.outcomes", "outcome", name).increment();
  }

  private void failed(String how) {
    registry.counter("linli.commit.failures", "how", how).increment();
  }
}
