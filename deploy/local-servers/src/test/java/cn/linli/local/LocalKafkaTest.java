package cn.linli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
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

  /** It is not stopped after: a broker without its folder ends with its JVM only. */
  @Test
  void a_broker_whose_folder_is_gone_gives_up_and_somebody_hears_of_it(@TempDir Path folder)
      throws Exception {
    var heard = new CompletableFuture<String>();
    LocalKafka.onGivingUp(heard::complete);
    try {
      var kafka = LocalKafka.start(folder.resolve("kafka"), 0);
      try (var all = Files.walk(folder.resolve("kafka"))) {
        all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
      try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.brokers()))) {
        admin.createTopics(List.of(new NewTopic("nowhere", 1, (short) 1)));
        assertThat(heard.get(60, TimeUnit.SECONDS)).startsWith("code ");
      }
    } finally {
      LocalKafka.onGivingUp(reason -> {});
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
