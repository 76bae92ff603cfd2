package cn.linli.standalone;

import cn.linli.local.LocalKafka;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Without its broker the platform would go on taking commands that reach nobody. It says so and
 * ends, with a code that tells a supervisor to start it again: nothing that was answered is lost.
 */
final class LostBroker {

  /** sysexits.h: a failure of a part, worth another try. */
  static final int EXIT_CODE = 75;

  /** An orderly end, and no longer: the broker that gave up may never end by itself. */
  private static final Duration ORDERLY_END = Duration.ofSeconds(12);

  private final Consumer<String> told;
  private final IntConsumer exit;
  private final IntConsumer halt;
  private final Duration orderlyEnd;
  private final AtomicBoolean ending = new AtomicBoolean();

  LostBroker(Consumer<String> told, IntConsumer exit, IntConsumer halt, Duration orderlyEnd) {
    this.told = told;
    this.exit = exit;
    this.halt = halt;
    this.orderlyEnd = orderlyEnd;
  }

  static void endsTheProcess(Consumer<String> told) {
    var runtime = Runtime.getRuntime();
    LocalKafka.onGivingUp(new LostBroker(told, runtime::exit, runtime::halt, ORDERLY_END)::gaveUp);
  }

  /** Called by the broker's own threads, which must not wait for the end they are part of. */
  void gaveUp(String reason) {
    if (!ending.compareAndSet(false, true)) {
      return;
    }
    told.accept(
        "The Kafka broker gave up (%s). The platform ends with code %d; start it again."
            .formatted(reason, EXIT_CODE));
    Thread.ofPlatform().daemon().name("linli-lost-broker").start(() -> exit.accept(EXIT_CODE));
    Thread.ofPlatform()
        .daemon()
        .name("linli-lost-broker-halt")
        .start(() -> {
          try {
            Thread.sleep(orderlyEnd);
            halt.accept(EXIT_CODE);
          } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
