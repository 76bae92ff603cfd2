package cn.linli.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class LostBrokerTest {

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final List<String> ends = new CopyOnWriteArrayList<>();

  private LostBroker broker(Duration orderlyEnd) {
    return new LostBroker(
        told::add, code -> ends.add("exit " + code), code -> ends.add("halt " + code), orderlyEnd);
  }

  @Test
  void the_process_ends_with_a_code_of_its_own_and_says_why_once() {
    var broker = broker(Duration.ofHours(1));
    broker.gaveUp("code 1, its folder is gone");
    broker.gaveUp("code 1, once more");

    await().until(() -> !ends.isEmpty());
    assertThat(ends).containsExactly("exit 75");
    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).contains("its folder is gone", "75", "start it again");
  }

  @Test
  void an_end_that_does_not_come_is_made() {
    broker(Duration.ofMillis(50)).gaveUp("code 1");
    await().untilAsserted(() -> assertThat(ends).containsExactly("exit 75", "halt 75"));
  }
}
