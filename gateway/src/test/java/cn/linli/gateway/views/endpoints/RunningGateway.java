package cn.linli.gateway.views.endpoints;

import cn.linli.events.Topics;
import cn.linli.gateway.Gateway;
import cn.linli.gateway.GatewayStore;
import cn.linli.gateway.views.PetitionTopic;
import cn.linli.local.LocalServers;
import cn.linli.platform.access.DemoIssuer;
import cn.linli.platform.web.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The gateway as it runs, on real servers, with tokens of a demo issuer. */
final class RunningGateway implements AutoCloseable {

  private final DemoIssuer issuer = new DemoIssuer();
  private final HttpServer beside;
  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();
  final PetitionTopic topic;

  /** What the stand-in for the petition service was asked. */
  final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

  RunningGateway(Path folder) throws IOException {
    beside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    beside.createContext("/jwks", exchange -> reply(exchange, issuer.jwks()));
    beside.createContext(
        "/api/v1/petitions",
        exchange -> {
          asked.add(exchange.getRequestURI().getRawQuery());
          reply(exchange, "{\"items\":[{\"id\":\"p1\"}],\"next\":null}");
        });
    beside.createContext(
        "/api/v1/reconciliation/committed",
        exchange ->
            reply(
                exchange,
                """
                {"day":"2026-03-01","topic":"linli.petition","divisions":{"150203":4,"370602":1}}
                """));
    beside.start();
    String neighbour = "http://127.0.0.1:" + beside.getAddress().getPort();
    LocalServers.kafka().createTopic(Topics.PETITION, 4, Map.of("retention.ms", "-1"));
    topic = new PetitionTopic(Topics.PETITION);
    var database = LocalServers.freshDatabase("gateway");
    GatewayStore.migrate(database);
    var keyset = folder.resolve("keyset.json");
    context =
        new SpringApplicationBuilder(Gateway.class)
            .profiles("standalone")
            .registerShutdownHook(false)
            .run(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--linli.mongodb.uri=" + withDatabase(database.getName()),
                "--spring.kafka.bootstrap-servers=" + LocalServers.brokers(),
                "--linli.vault.keyset=" + keyset,
                "--linli.access.demo.jwks-uri=" + neighbour + "/jwks",
                "--linli.gateway.services.petition=" + neighbour);
    assert Files.exists(keyset);
  }

  private static String withDatabase(String name) {
    var uri = URI.create(LocalServers.mongo().adminUri());
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String separator = query.isEmpty() ? "?" : "&";
    String source = query.contains("authSource") ? "" : separator + "authSource=admin";
    return "mongodb://" + uri.getRawAuthority() + "/" + name + query + source;
  }

  record Reply(int status, JsonNode json) {}

  Reply get(String user, String path) {
    return send(request(user, path).GET().build());
  }

  Reply post(String user, String path, String body) {
    return send(
        request(user, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Lines of a stream, as they come; ends when the server ends it. */
  Stream<String> lines(String user, Duration tokenFor, String path) {
    var token = issuer.token(user, tokenFor).orElseThrow();
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(base() + path))
                  .header("Authorization", "Bearer " + token)
                  .build(),
              HttpResponse.BodyHandlers.ofLines())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  private HttpRequest.Builder request(String user, String path) {
    return HttpRequest.newBuilder(URI.create(base() + path))
        .header("Accept-Language", "en")
        .header(
            "Authorization", "Bearer " + issuer.token(user, Duration.ofMinutes(5)).orElseThrow());
  }

  private Reply send(HttpRequest request) {
    try {
      var reply = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Reply(reply.statusCode(), Json.MAPPER.readTree(reply.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String base() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  private static void reply(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    context.close();
    topic.close();
    beside.stop(0);
    client.close();
  }
}
