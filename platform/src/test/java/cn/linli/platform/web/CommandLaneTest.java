package cn.linli.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import reactor.core.Disposable;

class CommandLaneTest {

  private static final Problem LATE = Problem.of(503, "outcome-unknown");

  private final CommandLane lane = new CommandLane(1, Duration.ofMillis(300), LATE);

  @AfterEach
  void stop() {
    lane.close();
  }

  private int answerOf(int value) {
    return lane.run("c", () -> CompletableFuture.completedFuture(value)).block();
  }

  @Test
  void commands_are_made_on_threads_that_live_on_and_their_log_lines_have_the_correlation() {
    assertThat(
            lane.run(
                    "c1",
                    () ->
                        CompletableFuture.completedFuture(
                            Thread.currentThread().isVirtual() + MDC.get("correlation")))
                .block())
        .isEqualTo("falsec1");
  }

  @Test
  void while_a_commit_is_under_way_it_keeps_its_place_but_no_thread() {
    var commit = new CompletableFuture<Integer>();
    Disposable first = lane.run("c", () -> commit).subscribe();

    await().untilAsserted(() -> assertThatThrownBy(() -> answerOf(1)).hasMessage("overloaded"));
    commit.complete(7);

    await().until(first::isDisposed);
    assertThat(answerOf(2)).isEqualTo(2);
  }

  @Test
  void an_error_while_making_and_one_of_the_commit_come_through_as_they_are() {
    assertThatThrownBy(() ->
            lane.run(
                    "c",
                    () -> {
                      throw new IllegalStateException("made badly");
                    })
                .block())
        .hasMessage("made badly");
    assertThatThrownBy(() ->
            lane.run(
                    "c",
                    () ->
                        CompletableFuture.completedFuture(1)
                            .thenApply(it -> {
                              throw new IllegalStateException("ended badly");
                            }))
                .block())
        .hasMessage("ended badly");
    assertThat(answerOf(2)).isEqualTo(2);
  }

  @Test
  void what_takes_too_long_is_told_and_gives_its_place_back_when_it_ends() {
    var commit = new CompletableFuture<Integer>();
    assertThatThrownBy(() -> lane.run("c", () -> commit).block()).hasMessage("outcome-unknown");

    commit.complete(1);
    assertThat(answerOf(2)).isEqualTo(2);
  }

  @Test
  void callers_that_leave_at_once_take_no_places_with_them() {
    for (int i = 0; i < 200; i++) {
      lane.run("c", () -> CompletableFuture.completedFuture(1)).subscribe().dispose();
    }
    await().untilAsserted(() -> assertThat(answerOf(2)).isEqualTo(2));
  }
}
