package cn.linli.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.Topics;
import cn.linli.local.LocalServers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicSetupTest {

  private static final int MANY = 20;

  private final Admin admin = Admin.create(Map.of("bootstrap.servers", LocalServers.brokers()));
  private final TopicSetup setup = new TopicSetup(admin, (short) 1);

  @AfterEach
  void close() {
    admin.close();
  }

  private static String fresh() {
    return "linli.made-" + UUID.randomUUID();
  }

  @Test
  void what_was_made_is_known_to_whoever_asks_next() throws Exception {
    List<String> topics = IntStream.range(0, MANY).mapToObj(_ -> fresh()).toList();
    for (String topic : topics) {
      setup.events(topic, 3);
      assertThat(partitions(topic)).isEqualTo(3);
      assertThat(partitions(Topics.relayPositions(topic))).isEqualTo(1);
    }
    admin.deleteTopics(topics);
  }

  @Test
  void what_is_there_stays_as_it_is() throws Exception {
    String topic = fresh();
    setup.events(topic, 3);
    setup.events(topic, 5);
    assertThat(partitions(topic)).isEqualTo(3);
  }

  private int partitions(String topic) throws Exception {
    return admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get()
        .get(topic)
        .partitions()
        .size();
  }
}
