package cn.linli.platform.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FollowerTest {

  private static final Instant START = Instant.parse("2026-01-05T02:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private boolean away = true;

  private void learn() throws IOException {
    if (away) {
      throw new IOException("nobody there");
    }
  }

  @Test
  void the_log_is_told_only_of_what_lasts_and_once_more_when_it_comes_back() throws Exception {
    try (var follower = new Follower("tables", this::learn, now::get)) {
      assertThat(follower.once()).isFalse();
      now.set(START.plusSeconds(29));
      assertThat(follower.once()).isFalse();
      now.set(START.plusSeconds(30));
      assertThat(follower.once()).isTrue();
      away = false;
      assertThat(follower.once()).isFalse();
      away = true;
      assertThat(follower.once()).as("a new absence begins anew").isFalse();
    }
  }

  @Test
  void a_failure_does_not_end_it() {
    var asked = new AtomicInteger();
    try (var follower =
        new Follower(
            "tables",
            () -> {
              if (asked.getAndIncrement() == 0) {
                throw new IllegalStateException("bad answer");
              }
            })) {
      follower.start();
      await().until(() -> asked.get() > 1);
    }
  }
}
