package cn.linli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalServers;
import cn.linli.platform.commit.Admission;
import cn.linli.platform.journal.ServiceRole;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service on a port of its own, with a database of its own on the shared test server, as a user
 * who may add to the journal and never change or remove what stands there.
 */
public class ServiceUnderTest implements AutoCloseable {

  /** Reads and writes JSON as any client might, without the service's own mapper. */
  public static final JsonMapper JSON = JsonMapper.builder().build();

  private final Class<?> main;
  private final Consumer<MongoDatabase> migration;
  private final MongoDatabase database;
  private final Path keyset;
  private final Issuer issuer = new Issuer();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ConfigurableApplicationContext context;
  private final URI address;

  /**
   * @param migration what makes the service's collections and indexes
   * @param name of the database, to find it again; a fresh one is made each time
   * @param more settings, {@code name=value}
   */
  protected ServiceUnderTest(
      Class<?> main, Consumer<MongoDatabase> migration, String name, Clock clock, String... more) {
    this(main, migration, LocalServers.freshDatabase(name), keyset(name), clock, more);
  }

  private ServiceUnderTest(
      Class<?> main,
      Consumer<MongoDatabase> migration,
      MongoDatabase database,
      Path keyset,
      Clock clock,
      String... more) {
    this.main = main;
    this.migration = migration;
    this.database = database;
    this.keyset = keyset;
    migration.accept(database);
    ServiceRole.update(database);
    LocalServers.mongo().user(database.getName(), ServiceRole.NAME);
    var settings = new ArrayList<>(List.of("server.port=0", "spring.main.banner-mode=off"));
    settings.add("spring.cloud.function.definition=");
    shared().forEach((key, value) -> settings.add(key + "=" + value));
    context =
        new SpringApplicationBuilder(main)
            .web(WebApplicationType.REACTIVE)
            .profiles("standalone")
            .initializers((GenericApplicationContext it) -> {
              it.registerBean("clock", Clock.class, () -> clock);
              it.registerBean(ReactorResourceFactory.class, ServiceUnderTest::ownThreads);
            })
            .properties(settings.toArray(String[]::new))
            .properties(more)
            .run();
    address =
        URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
  }

  /** The first of two instances to close would take the threads of the other with it. */
  private static ReactorResourceFactory ownThreads() {
    var threads = new ReactorResourceFactory();
    threads.setUseGlobalResources(false);
    threads.setShutdownQuietPeriod(Duration.ZERO);
    return threads;
  }

  private static Path keyset(String name) {
    try {
      return Files.createTempDirectory(name).resolve("keyset.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What every instance of this service has in common. */
  private Map<String, String> shared() {
    return Map.of(
        "linli.mongodb.uri", LocalServers.mongo().uri(database.getName()),
        "linli.vault.keyset", keyset.toString(),
        "linli.access.demo.jwks-uri", issuer.jwks());
  }

  /** Another instance in this process, maybe configured otherwise. */
  public ServiceUnderTest again(String... more) {
    return new ServiceUnderTest(main, migration, database, keyset, Clock.systemUTC(), more);
  }

  /** Another instance in a process of its own, which can be killed. */
  public Sibling sibling(String name) {
    return new Sibling(main, name, shared());
  }

  public MongoDatabase database() {
    return database;
  }

  /** What the journal holds of a stream, oldest first. */
  public List<Document> journal(String stream) {
    return database
        .getCollection("journal")
        .find(Filters.eq("s", stream))
        .sort(Sorts.ascending("k"))
        .into(new ArrayList<>());
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  /** Whether nothing keeps commands out: the clock is right and events can be published. */
  public boolean accepts() {
    return beans(Admission.class).stream().allMatch(admission -> admission.closedFor().isEmpty());
  }

  /**
   * @param user {@code <role>@<division>[/<name or organisation>]}
   */
  public Person as(String user) {
    return nobody().with("Authorization", "Bearer " + issuer.token(user));
  }

  /** Without a token. */
  public Person nobody() {
    return new Person(client, address, Map.of("Accept-Language", "en"));
  }

  /** {@code json("kind", "hazard", "division", "3706…")}: a body in the order it is written. */
  public static Map<String, Object> json(Object... namesAndValues) {
    var body = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return body;
  }

  /** Whatever a test did, what is stored is what the journal says, and can be read as it stands. */
  private void stateIsTheFold() {
    assertThat(as("admin@37").post("/audits/state").ok().at("differences")).isEmpty();
  }

  @Override
  public void close() {
    try {
      stateIsTheFold();
    } finally {
      context.close();
      issuer.close();
      client.close();
    }
  }
}
