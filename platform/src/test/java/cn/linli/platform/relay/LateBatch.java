package cn.linli.platform.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.CloudEventHeaders;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceRequestData.PartitionProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceDataCollection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.ProduceResponse;
import org.apache.kafka.common.requests.RequestHeader;

/**
 * A batch of an owner that has given up, as it comes out of the network or the broker when nobody
 * waits for it any more: the next event of one stream, by an old producer epoch, in a request of
 * its own. The broker's look at the coordinator is switched off, so that nothing but the partition
 * itself stands against it.
 */
final class LateBatch {

  /** The last version in which the producer itself adds partitions to its transaction. */
  private static final short BEFORE_TRANSACTIONS_V2 = 11;

  private static final int TIMEOUT_MILLIS = 5_000;

  private final RelaySettings settings;
  private final TopicPartition partition;
  private final ProducerState writer;
  private final SimpleRecord event;

  private LateBatch(
      RelaySettings settings, TopicPartition partition, ProducerState writer, SimpleRecord event) {
    this.settings = settings;
    this.partition = partition;
    this.writer = writer;
    this.event = event;
  }

  /** From now on partitions of this broker believe a batch without asking the coordinator. */
  static void letIn(Admin admin) throws Exception {
    var everyBroker = new ConfigResource(ConfigResource.Type.BROKER, "");
    var off = new ConfigEntry("transaction.partition.verification.enable", "false");
    admin
        .incrementalAlterConfigs(
            Map.of(everyBroker, List.of(new AlterConfigOp(off, AlterConfigOp.OpType.SET))))
        .all()
        .get();
  }

  /** What the last owner would have sent next for this stream. */
  static LateBatch of(RelayWorld world, String stream) throws Exception {
    byte[] key = stream.getBytes(UTF_8);
    var partition =
        new TopicPartition(
            world.settings.topic(), RelaySettings.partition(key, world.settings.partitions()));
    long n = 1 + world.seen().stream().filter(s -> s.partition() == partition.partition()).count();
    long sequence = 1 + world.seen().stream().filter(s -> s.stream().equals(stream)).count();
    List<Header> headers = new ArrayList<>();
    var commit =
        new JournalCommit(
            stream,
            1,
            sequence,
            List.of(new JournalCommit.Entry(RelayWorld.TYPE, world.json(stream, sequence))),
            "clerk@370602#a",
            Instant.now(),
            "thread-" + stream,
            stream + "-1");
    CloudEventHeaders.write(
        commit.envelope(0), n, (name, value) -> headers.add(new RecordHeader(name, value)));
    byte[] value = commit.events().getFirst().json().getBytes(UTF_8);
    return new LateBatch(
        world.settings,
        partition,
        lastWriter(world, partition),
        new SimpleRecord(System.currentTimeMillis(), key, value, headers.toArray(Header[]::new)));
  }

  /** The same event, for a producer of one's own. */
  ProducerRecord<byte[], byte[]> record() {
    return new ProducerRecord<>(
        partition.topic(),
        partition.partition(),
        bytes(event.key()),
        bytes(event.value()),
        List.of(event.headers()));
  }

  /** Answers what the broker said. */
  Errors arrives() throws IOException {
    var records =
        MemoryRecords.withTransactionalRecords(
            Compression.NONE, writer.producerId(), (short) writer.producerEpoch(), 0, event);
    var data =
        new ProduceRequestData()
            .setAcks((short) -1)
            .setTimeoutMs(TIMEOUT_MILLIS)
            .setTransactionalId(settings.transactionalId());
    var topic =
        new TopicProduceData()
            .setName(partition.topic())
            .setPartitionData(
                List.of(
                    new PartitionProduceData()
                        .setIndex(partition.partition())
                        .setRecords(records)));
    data.setTopicData(new TopicProduceDataCollection(List.of(topic).iterator()));
    var request = ProduceRequest.builder(data, true).build(BEFORE_TRANSACTIONS_V2);
    var header = new RequestHeader(ApiKeys.PRODUCE, BEFORE_TRANSACTIONS_V2, "late", 1);
    var response =
        (ProduceResponse)
            AbstractResponse.parseResponse(exchange(request.serializeWithHeader(header)), header);
    return response.errorCounts().keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  private ByteBuffer exchange(ByteBuffer request) throws IOException {
    String[] broker = settings.brokers().split(":");
    try (var socket = new Socket(broker[0], Integer.parseInt(broker[1]))) {
      socket.setSoTimeout(2 * TIMEOUT_MILLIS);
      byte[] bytes = new byte[request.remaining()];
      request.get(bytes);
      var out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(bytes.length);
      out.write(bytes);
      out.flush();
      var in = new DataInputStream(socket.getInputStream());
      return ByteBuffer.wrap(in.readNBytes(in.readInt()));
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static ProducerState lastWriter(RelayWorld world, TopicPartition partition)
      throws Exception {
    try (Admin admin = world.admin()) {
      return admin
          .describeProducers(List.of(partition))
          .partitionResult(partition)
          .get()
          .activeProducers()
          .stream()
          .max(Comparator.comparingLong(ProducerState::producerId))
          .orElseThrow();
    }
  }
}
