package cn.linli.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupedTest {

  private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);

  private Map<Integer, Integer> squares(List<Integer> keys) {
    sizes.add(keys.size());
    if (sizes.size() == 1) {
      try {
        firstMayEnd.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return keys.stream().collect(Collectors.toMap(Function.identity(), key -> key * key));
  }

  @Test
  void who_comes_while_a_group_is_asked_joins_the_next_and_everybody_gets_his_own_answer()
      throws Exception {
    var grouped = new Grouped<>(this::squares);
    try (var callers = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      List<Future<Integer>> answers = new ArrayList<>();
      answers.add(callers.submit(() -> grouped.get(0)));
      await().until(() -> sizes.size() == 1);
      for (int key = 1; key <= 30; key++) {
        int mine = key % 15;
        answers.add(callers.submit(() -> grouped.get(mine)));
      }
      await().until(() -> grouped.waiting() == 30);
      firstMayEnd.countDown();
      for (int i = 0; i <= 30; i++) {
        assertThat(answers.get(i).get()).isEqualTo((i % 15) * (i % 15));
      }
    }
    assertThat(sizes).containsExactly(1, 15);
  }

  @Test
  void one_alone_waits_for_nobody() {
    firstMayEnd.countDown();
    var grouped = new Grouped<>(this::squares);
    assertThat(grouped.get(7)).isEqualTo(49);
    assertThat(grouped.get(8)).isEqualTo(64);
    assertThat(sizes).containsExactly(1, 1);
  }

  @Test
  void more_keys_than_a_group_holds_are_all_answered() {
    firstMayEnd.countDown();
    var grouped = new Grouped<>(this::squares);
    List<Integer> keys = IntStream.range(0, 600).boxed().toList();
    assertThat(grouped.getAll(keys)).hasSize(600).containsEntry(599, 599 * 599);
    assertThat(sizes).containsExactly(256, 256, 88);
  }

  @Test
  void a_failure_is_everybodys_of_that_group_and_of_no_other() {
    firstMayEnd.countDown();
    var grouped =
        new Grouped<Integer, Integer>(keys -> {
          if (keys.contains(-1)) {
            throw new IllegalArgumentException("no");
          }
          return squares(keys);
        });
    assertThatThrownBy(() -> grouped.get(-1)).hasRootCauseMessage("no");
    assertThat(grouped.get(3)).isEqualTo(9);
  }
}
