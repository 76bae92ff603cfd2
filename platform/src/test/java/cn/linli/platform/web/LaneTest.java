package cn.linli.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import reactor.core.Disposable;

class LaneTest {

  private static final Problem LATE = Problem.of(503, "service-unavailable");

  private final Lane lane = new Lane("test", 1, Duration.ofMillis(300), LATE);

  @AfterEach
  void stop() {
    lane.close();
  }

  @Test
  void work_runs_on_a_virtual_thread_and_its_log_lines_have_the_correlation() {
    assertThat(
            lane.run("c1", () -> Thread.currentThread().isVirtual() + MDC.get("correlation"))
                .block())
        .isEqualTo("truec1");
  }

  @Test
  void one_too_many_is_told_at_once_and_the_place_is_free_again_afterwards() {
    var release = new CountDownLatch(1);
    Disposable first = lane.run("c", () -> release.await(10, TimeUnit.SECONDS)).subscribe();

    assertThatThrownBy(() -> lane.run("c", () -> 1).block()).hasMessage("overloaded");
    release.countDown();

    await().until(first::isDisposed);
    await().untilAsserted(() -> assertThat(lane.run("c", () -> 2).block()).isEqualTo(2));
  }

  @Test
  void work_that_takes_too_long_is_interrupted_and_gives_its_place_back() {
    var interrupted = new AtomicBoolean();

    assertThatThrownBy(() ->
            lane.run(
                    "c",
                    () -> {
                      try {
                        Thread.sleep(Duration.ofSeconds(20));
                      } catch (InterruptedException e) {
                        interrupted.set(true);
                      }
                      return 1;
                    })
                .block())
        .hasMessage("service-unavailable");

    await().untilTrue(interrupted);
    await().untilAsserted(() -> assertThat(lane.run("c", () -> 2).block()).isEqualTo(2));
  }

  @Test
  void callers_that_leave_at_once_take_no_places_with_them() {
    for (int i = 0; i < 200; i++) {
      lane.run("c", () -> 1).subscribe().dispose();
    }
    await().untilAsserted(() -> assertThat(lane.run("c", () -> 2).block()).isEqualTo(2));
  }
}
