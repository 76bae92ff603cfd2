package cn.linli.platform.start;

import cn.linli.events.Topics;
import cn.linli.platform.journal.ServiceRole;
import cn.linli.platform.relay.TopicSetup;
import cn.linli.platform.vault.Secrets;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/**
 * A service as a process of its own, told by environment variables ({@code docs/operations.md}).
 * With the argument {@code migrate} it runs its migration step and ends: collections, indexes and
 * the role of the service's user, as a user who may make them, and the platform's topics. With
 * {@code keys} it makes the file of its master keys, unless it is there, and ends.
 *
 * @param name of the service, in logs and on its connections
 * @param migration of its database
 * @param topic where it publishes; null for one that publishes nothing
 * @param defaults what else holds unless the environment says otherwise
 */
public record ServiceMain(
    String name,
    Class<?> application,
    Consumer<MongoDatabase> migration,
    @Nullable String topic,
    Map<String, String> defaults) {

  private static final String MIGRATE = "migrate";
  private static final String KEYS = "keys";
  private static final String STORE = "LINLI_MONGODB_URI";
  private static final String KEYSET = "LINLI_VAULT_KEYSET";
  private static final String BROKERS = "SPRING_KAFKA_BOOTSTRAP_SERVERS";
  private static final String TOPIC = "LINLI_RELAY_TOPIC";
  private static final String PARTITIONS = "LINLI_RELAY_PARTITIONS";
  private static final String REPLICAS = "LINLI_RELAY_REPLICAS";
  private static final String AS_THE_BROKER_SAYS = "-1";

  public ServiceMain {
    defaults = Map.copyOf(defaults);
  }

  public void run(String[] arguments) {
    if (List.of(arguments).contains(MIGRATE)) {
      migrate(System.getenv());
      return;
    }
    if (List.of(arguments).contains(KEYS)) {
      Secrets.loadOrCreate(Path.of(required(System.getenv(), KEYSET)));
      return;
    }
    var service = new SpringApplication(application);
    service.setWebApplicationType(WebApplicationType.REACTIVE);
    service.setDefaultProperties(properties());
    service.run(arguments);
  }

  private Map<String, Object> properties() {
    var properties = new TreeMap<String, Object>(defaults);
    properties.put("spring.application.name", name);
    properties.put("spring.main.banner-mode", "off");
    // With the gateway's jar on the class path its routing filter would make every StreamBridge
    // asynchronous; where the jar is not there nothing is left out.
    properties.put(
        "spring.autoconfigure.exclude",
        "org.springframework.cloud.gateway.config.GatewayStreamAutoConfiguration");
    if (topic != null) {
      properties.put("linli.relay.topic", topic);
      // ready is who can publish what is committed
      properties.put("management.endpoint.health.group.readiness.include", "readinessState,relay");
    }
    return properties;
  }

  private void migrate(Map<String, String> environment) {
    var uri = new ConnectionString(required(environment, STORE));
    String database =
        Objects.requireNonNull(uri.getDatabase(), STORE + " must name the service's database");
    try (var client = MongoClients.create(uri)) {
      migration.accept(client.getDatabase(database));
      ServiceRole.update(client.getDatabase(database));
    }
    makeTopics(environment);
    System.out.printf(
        "%s: database %s, its role \"%s\" and the topics are up to date%n",
        name, database, ServiceRole.NAME);
  }

  /** What is there already stays as it is: the number of partitions never changes. */
  private static void makeTopics(Map<String, String> environment) {
    int partitions = Integer.parseInt(environment.getOrDefault(PARTITIONS, "" + Topics.PARTITIONS));
    short replicas = Short.parseShort(environment.getOrDefault(REPLICAS, AS_THE_BROKER_SAYS));
    try (var admin = Admin.create(Map.of("bootstrap.servers", required(environment, BROKERS)))) {
      var setup = new TopicSetup(admin, replicas);
      Stream.of(Topics.PETITION, Topics.MEDIATION, Topics.TIMEBANK, Topics.COMMUNITY)
          .forEach(topic -> setup.events(topic, partitions));
      String named = environment.get(TOPIC);
      if (named != null) {
        setup.events(named, partitions);
      }
    }
  }

  private static String required(Map<String, String> environment, String variable) {
    String value = environment.get(variable);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(variable + " is missing (docs/operations.md)");
    }
    return value;
  }
}
