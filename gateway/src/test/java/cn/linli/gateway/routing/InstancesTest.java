package cn.linli.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstancesTest {

  private static final URI A = URI.create("http://127.0.0.1:1");
  private static final URI B = URI.create("http://127.0.0.1:2");
  private static final URI C = URI.create("http://127.0.0.1:3");

  private final List<String> streams =
      IntStream.range(0, 3_000).mapToObj(i -> "stream-" + i).toList();

  @Test
  void streams_spread_evenly_and_stay_where_they_are() {
    var instances = new Instances(List.of(A, B, C));
    var counts = new HashMap<URI, Integer>();
    for (var stream : streams) {
      counts.merge(instances.choose(stream, 0), 1, Integer::sum);
      assertThat(instances.choose(stream, 0)).isEqualTo(instances.choose(stream, 0));
    }
    assertThat(counts.values()).hasSize(3).allSatisfy(n -> assertThat(n).isBetween(850, 1_150));
  }

  @Test
  void without_one_instance_only_its_own_streams_move() {
    var three = new Instances(List.of(A, B, C));
    var two = new Instances(List.of(A, C));
    for (var stream : streams) {
      URI before = three.choose(stream, 0);
      if (!before.equals(B)) {
        assertThat(two.choose(stream, 0)).isEqualTo(before);
      }
    }
  }

  @Test
  void an_unreachable_instance_is_passed_over_for_two_seconds() {
    var instances = new Instances(List.of(A, B));
    String stream =
        streams.stream().filter(it -> instances.choose(it, 0).equals(A)).findFirst().orElseThrow();

    instances.unreachable(A, 0);

    assertThat(instances.choose(stream, Duration.ofSeconds(1).toNanos())).isEqualTo(B);
    assertThat(instances.choose(stream, Duration.ofSeconds(3).toNanos())).isEqualTo(A);
  }

  @Test
  void with_all_of_them_unreachable_the_stream_asks_at_home() {
    var instances = new Instances(List.of(A, B));
    URI home = instances.choose("stream", 0);
    instances.unreachable(A, 0);
    instances.unreachable(B, 0);
    assertThat(instances.choose("stream", 1)).isEqualTo(home);
  }
}
