package cn.linli.platform.commit;

import static cn.linli.platform.commit.Accounts.account;
import static cn.linli.platform.commit.Accounts.build;
import static cn.linli.platform.commit.Accounts.newId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.decide.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaitingTest {

  private final Waiting waiting = new Waiting(CommitterLimits.STANDARD, 2);

  private static Pending on(String... keys) {
    List<StreamId> streams = Stream.of(keys).map(Accounts::account).toList();
    Command.Rule rule = s -> new Command.Verdict.Refuse(Refusal.of("never"));
    return new Pending(build(newId(), false, "h", streams, null, rule));
  }

  private void offer(Pending... commands) {
    for (Pending command : commands) {
      assertThat(waiting.offer(command)).isTrue();
    }
  }

  @Test
  void batches_in_flight_have_no_stream_in_common() {
    Pending one = on("a");
    Pending two = on("a", "b");
    offer(one);
    var first = waiting.take();
    Pending three = on("c");
    offer(two, three);

    var second = waiting.take();

    assertThat(first.commands()).containsExactly(one);
    assertThat(second.commands()).containsExactly(three);
    waiting.release(first.commands());
    assertThat(waiting.take().commands()).containsExactly(two);
  }

  @Test
  void nobody_overtakes_an_earlier_command_on_the_same_stream() {
    offer(on("a"));
    var first = waiting.take();
    Pending waitsForA = on("a", "b");
    Pending waitsForB = on("b");
    offer(waitsForA, waitsForB);

    assertThat(waiting.take()).isNull();
    waiting.release(first.commands());
    assertThat(waiting.take().commands()).containsExactly(waitsForA, waitsForB);
  }

  @Test
  void a_batch_is_bounded_in_commands_and_documents() {
    for (int i = 0; i < 300; i++) {
      offer(on("k" + i));
    }
    assertThat(waiting.take().commands()).hasSize(256);

    String[] many =
        Stream.iterate(0, i -> i + 1).limit(480).map(i -> "m" + i).toArray(String[]::new);
    Pending large = on(many);
    offer(large);
    assertThat(waiting.take().commands()).hasSize(44);
    assertThat(waiting.take().commands()).containsExactly(large);
  }

  @Test
  void the_queue_is_bounded() {
    var small = new Waiting(CommitterLimits.STANDARD.withQueue(3), 2);
    for (int i = 0; i < 3; i++) {
      assertThat(small.offer(on("q" + i))).isTrue();
    }
    assertThat(small.offer(on("one-more"))).isFalse();
    small.take();
    assertThat(small.offer(on("one-more"))).isTrue();
  }

  @Test
  void losers_keep_their_streams_and_are_tried_again_oldest_first_one_batch_at_a_time()
      throws Exception {
    Pending old = on("a");
    Pending young = on("b");
    offer(old, young);
    waiting.take();
    waiting.toLane(List.of(young));
    waiting.toLane(List.of(old));
    offer(on("a"));
    Thread.sleep(Duration.ofMillis(5));

    var taken = waiting.take();

    assertThat(taken.fromLane()).isTrue();
    assertThat(taken.commands()).containsExactly(old, young);
    assertThat(waiting.take()).isNull();
    waiting.release(taken.commands());
    waiting.laneDone(true);
    assertThat(waiting.take().fromLane()).isFalse();
  }

  @Test
  void islands_hold_together_what_shares_streams_through_others() {
    Pending ab = on("a", "b");
    Pending c = on("c");
    Pending bd = on("b", "d");
    Pending d = on("d");
    Pending e = on("e", "c");
    var batch = List.of(ab, c, bd, d, e);

    assertThat(Islands.of(batch)).containsExactly(List.of(ab, bd, d), List.of(c, e));
    assertThat(Islands.around(batch, Set.of(account("d")))).containsExactly(ab, bd, d);
    assertThat(Islands.around(batch, Set.of(account("e")))).containsExactly(c, e);
  }
}
