package cn.linli.platform.reaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.CloudEventHeaders;
import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import cn.linli.events.account.AccountEvent;
import cn.linli.local.LocalServers;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Committer;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.TestStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** A topic of another service, a real committer, and a service that binds a reaction to it. */
final class ReactionWorld implements AutoCloseable {

  static final String GROUP = "linli.mirror";
  static final int PARTITIONS = 2;

  final String topic = LocalServers.kafka().freshTopic("linli.accounts", PARTITIONS);
  final TestStore store = new TestStore();
  final Gate gate = new Gate(store.committer());
  private final EventCodec<AccountEvent> codec = EventCodec.of(AccountEvent.class);
  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", LocalServers.brokers()),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  /** The committer behind a door at which a test may answer first. */
  static final class Gate implements CommandGate {
    final ConcurrentLinkedQueue<Function<Command, CompletableFuture<Outcome>>> first =
        new ConcurrentLinkedQueue<>();
    volatile Function<Command, @Nullable CompletableFuture<Outcome>> door = command -> null;
    private final Committer committer;

    Gate(Committer committer) {
      this.committer = committer;
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
      var scripted = first.poll();
      var answer = scripted == null ? door.apply(command) : scripted.apply(command);
      return answer == null ? committer.submit(command) : answer;
    }

    void answerFirst(int times, Function<Command, CompletableFuture<Outcome>> answer) {
      for (int i = 0; i < times; i++) {
        first.add(answer);
      }
    }

    CompletableFuture<Outcome> commit(Command command) {
      return committer.submit(command);
    }
  }

  /** The whole of what a service writes down beside its policies. */
  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Service {
    @Bean
    Consumer<Message<List<byte[]>>> accountReactions(Reactions reactions) {
      return reactions.to(AccountEvent.class, GROUP, List.of(new MirrorReaction()));
    }
  }

  ConfigurableApplicationContext service() {
    return new SpringApplicationBuilder(Service.class)
        .web(WebApplicationType.NONE)
        .initializers(context ->
            context.getBeanFactory().registerSingleton("commandGate", (CommandGate) gate))
        .run(
            "--logging.level.root=WARN",
            "--spring.kafka.bootstrap-servers=" + LocalServers.brokers(),
            "--spring.cloud.function.definition=accountReactions",
            "--spring.cloud.stream.bindings.accountReactions-in-0.destination=" + topic,
            "--spring.cloud.stream.bindings.accountReactions-in-0.group=" + GROUP);
  }

  void publish(String stream, long sequence, AccountEvent event, Instant recordedAt) {
    publish(
        stream,
        sequence,
        codec.type(event),
        codec.encode(event, new Stamp(LocalDate.EPOCH, recordedAt, List.of("37", "3706"))));
  }

  /** As a relay does that dies before it commits. */
  void publishAndAbort(String stream, long sequence, AccountEvent event, Instant recordedAt) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", LocalServers.brokers(), "transactional.id", topic + ".relay");
    try (var relay =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      relay.initTransactions();
      relay.beginTransaction();
      var stamp = new Stamp(LocalDate.EPOCH, recordedAt, List.of("37", "3706"));
      relay.send(record(stream, sequence, codec.type(event), codec.encode(event, stamp))).get();
      relay.abortTransaction();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  void publish(String stream, long sequence, String type, String json) {
    send(record(stream, sequence, type, json));
  }

  private ProducerRecord<byte[], byte[]> record(
      String stream, long sequence, String type, String json) {
    var entry = new ProducerRecord<>(topic, stream.getBytes(UTF_8), json.getBytes(UTF_8));
    CloudEventHeaders.write(
        new CloudEventHeaders.Envelope(
            stream, sequence, type, Instant.EPOCH, "clerk@37#a", "thread-" + stream, "cause", "37"),
        sequence,
        entry.headers()::add);
    return entry;
  }

  void send(ProducerRecord<byte[], byte[]> entry) {
    try {
      producer.send(entry).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sum of what the group has committed over all partitions. */
  long offsetsCommitted() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", LocalServers.brokers()))) {
      var offsets = admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
      long sum = 0;
      for (int p = 0; p < PARTITIONS; p++) {
        var offset = offsets.get(new TopicPartition(topic, p));
        sum += offset == null ? 0 : offset.offset();
      }
      return sum;
    }
  }

  @Override
  public void close() {
    producer.close();
    store.close();
  }
}
