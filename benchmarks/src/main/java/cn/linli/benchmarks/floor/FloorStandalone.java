package cn.linli.benchmarks.floor;

import cn.linli.local.LocalKafka;
import cn.linli.local.LocalMongo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The floor application housed as Linli's standalone runner is: one JVM with the broker in it, one
 * mongod beside it.
 */
public final class FloorStandalone {

  private static final int PARTITIONS = 4;

  private FloorStandalone() {}

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    var mongo = LocalMongo.start(home.resolve("mongo"), 0);
    var kafka = LocalKafka.start(home.resolve("kafka"), 0);
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.brokers()))) {
      admin
          .createTopics(List.of(new NewTopic("floor.requests", PARTITIONS, (short) 1)))
          .all()
          .get();
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              kafka.close();
              mongo.stop();
            }));
    new SpringApplicationBuilder(FloorApplication.class)
        .registerShutdownHook(false)
        .run(
            "--server.port=" + arguments[1],
            "--server.address=127.0.0.1",
            "--floor.mongodb.uri=" + mongo.adminUri(),
            "--floor.kafka.brokers=" + kafka.brokers(),
            "--logging.level.root=WARN");
    System.out.println("Floor is ready.");
  }
}
