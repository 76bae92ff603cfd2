package cn.linli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

  @Test
  void the_shared_test_broker_takes_transactions() throws Exception {
    var kafka = LocalServers.kafka();
    var topic = kafka.freshTopic("transactions", 2);
    send(kafka, topic, "hello");
    assertThat(read(kafka, topic)).containsExactly("hello");
  }

  @Test
  void a_stopped_broker_comes_back_with_its_topics(@TempDir Path folder) throws Exception {
    var kafka = LocalKafka.start(folder, 0);
    kafka.createTopic("kept", 1, Map.of());
    kafka.createTopic("kept", 1, Map.of());
    send(kafka, "kept", "before");
    kafka.stop();
    kafka.restart();
    assertThat(read(kafka, "kept")).containsExactly("before");
    kafka.close();
  }

  @Test
  void a_taken_port_is_told_in_one_sentence(@TempDir Path folder) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> LocalKafka.start(folder, taken.getLocalPort()))
          .hasMessage(
              "Port " + taken.getLocalPort() + " of this machine is taken by another program.");
    }
  }

  private static void send(LocalKafka kafka, String topic, String value) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", kafka.brokers(), "transactional.id", topic);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, 0, "key", value));
      producer.commitTransaction();
    }
  }

  private static List<String> read(LocalKafka kafka, String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", kafka.brokers(), "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(10)).records(partition).stream()
          .map(r -> r.value())
          .toList();
    }
  }
}
