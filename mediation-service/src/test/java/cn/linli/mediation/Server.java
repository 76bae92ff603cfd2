package cn.linli.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalServers;
import cn.linli.platform.commit.Admission;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The service on a port of its own, with a database of its own on the shared test server. */
final class Server implements AutoCloseable {

  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final Duration FILE_ANSWER = Duration.ofMinutes(2);

  static final JsonMapper JSON = JsonMapper.builder().build();

  private final Issuer issuer = new Issuer();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path keyset;
  private final MongoDatabase database;
  private final ConfigurableApplicationContext context;
  private final URI base;

  Server(String name, Clock clock, String... more) {
    this(LocalServers.freshDatabase(name), keyset(), clock, more);
  }

  /** Another process of the same service, maybe configured otherwise. */
  Server again(String... more) {
    return new Server(database, keyset, Clock.systemUTC(), more);
  }

  private Server(MongoDatabase database, Path keyset, Clock clock, String... more) {
    this.database = database;
    this.keyset = keyset;
    MediationStore.migrate(database);
    context =
        new SpringApplicationBuilder(MediationService.class)
            .web(WebApplicationType.REACTIVE)
            .profiles("standalone")
            .initializers((GenericApplicationContext it) ->
                it.registerBean("clock", Clock.class, () -> clock))
            .properties(
                "server.port=0",
                "spring.main.banner-mode=off",
                "spring.cloud.function.definition=",
                "linli.mongodb.uri=" + LocalServers.mongo().uri(database.getName()),
                "linli.vault.keyset=" + keyset,
                "linli.access.demo.jwks-uri=" + issuer.jwks())
            .properties(more)
            .run();
    base =
        URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
  }

  /** What another process needs to be an instance of the same service. */
  Map<String, String> shared() {
    return Map.of(
        "spring.profiles.active", "standalone",
        "linli.mongodb.uri", LocalServers.mongo().uri(database.getName()),
        "linli.vault.keyset", keyset.toString(),
        "linli.access.demo.jwks-uri", issuer.jwks());
  }

  private static Path keyset() {
    try {
      return Files.createTempDirectory("disputes").resolve("keyset.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MongoDatabase database() {
    return database;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Whether nothing keeps commands out: the clock is right and events can be published. */
  boolean accepts() {
    return context.getBeansOfType(Admission.class).values().stream()
        .allMatch(admission -> admission.closedFor().isEmpty());
  }

  <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  Person as(String user) {
    return new Person(Map.of("Authorization", "Bearer " + issuer.token(user)));
  }

  Person nobody() {
    return new Person(Map.of());
  }

  /** Somebody who calls. */
  final class Person {

    private final Map<String, String> headers;

    private Person(Map<String, String> headers) {
      this.headers = headers;
    }

    Person with(String header, String value) {
      var more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Person(more);
    }

    Reply post(String path, Object... namesAndValues) {
      return post(path, JSON.writeValueAsString(json(namesAndValues)));
    }

    Reply post(String path, Map<String, Object> body) {
      return post(path, JSON.writeValueAsString(body));
    }

    Reply post(String path, String body) {
      return send(
          HttpRequest.newBuilder(base.resolve("/api/v1" + path))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body)));
    }

    /** A file as part of a form. */
    Reply attach(String path, String type, String content) {
      String form =
          "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
              + "Content-Type: "
              + type
              + "\r\n\r\n"
              + content
              + "\r\n--edge--\r\n";
      return send(
          HttpRequest.newBuilder(base.resolve("/api/v1" + path))
              .header("Content-Type", "multipart/form-data; boundary=edge")
              .POST(BodyPublishers.ofString(form)));
    }

    /** A file as it is. */
    HttpResponse<byte[]> download(String path) {
      var request = HttpRequest.newBuilder(base.resolve("/api/v1" + path)).timeout(FILE_ANSWER);
      headers.forEach(request::header);
      try {
        return client.send(request.build(), BodyHandlers.ofByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    Reply get(String path) {
      return send(HttpRequest.newBuilder(base.resolve("/api/v1" + path)));
    }

    /** Outside the versioned part of the contract. */
    Reply absolute(String path) {
      return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    private Reply send(HttpRequest.Builder request) {
      return send(request, ANSWER);
    }

    private Reply send(HttpRequest.Builder request, Duration timeout) {
      headers.forEach(request::header);
      request.timeout(timeout);
      request.header("Accept-Language", "en");
      try {
        HttpRequest built = request.build();
        HttpResponse<String> response = client.send(built, BodyHandlers.ofString());
        return new Reply(built.method() + " " + built.uri().getPath(), response);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static Map<String, Object> json(Object... namesAndValues) {
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
    stateIsTheFold();
    context.close();
    issuer.close();
    client.close();
  }
}
