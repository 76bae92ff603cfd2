package cn.linli.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.access.DemoIssuer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** The way through the gateway to a service that is there, slow, or gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutingTest {

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @EnableConfigurationProperties(GatewayProperties.class)
  @ComponentScan({
    "cn.linli.gateway.routing",
    "cn.linli.gateway.openapi",
    "cn.linli.gateway.threads",
    "cn.linli.gateway.divisions"
  })
  @PropertySource("classpath:cn/linli/gateway/gateway.properties")
  static class Application {}

  private final DemoIssuer issuer = new DemoIssuer();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer service;
  private ConfigurableApplicationContext gateway;
  private String base;

  @BeforeAll
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    service.createContext("/jwks", exchange -> answer(exchange, issuer.jwks()));
    service.createContext("/api/v1/petitions", this::petitions);
    service.createContext(
        "/api/v1/desk", exchange -> answer(exchange, "{\"items\":[{\"id\":\"p1\"}]}"));
    service.createContext(
        "/v3/api-docs", exchange -> answer(exchange, "{\"paths\":{\"/api/v1/petitions\":{}}}"));
    service.createContext("/api/v1/tracking", exchange -> answer(exchange, "{}"));
    service.start();
    String address = "http://127.0.0.1:" + service.getAddress().getPort();
    gateway =
        new SpringApplicationBuilder(Application.class)
            .profiles("standalone")
            .run(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--linli.vault.keyset=" + Files.createTempDirectory("gw").resolve("keyset.json"),
                "--linli.access.demo.jwks-uri=" + address + "/jwks",
                "--linli.gateway.services.petition=" + address,
                "--linli.gateway.services.timebank=http://127.0.0.1:" + closedPort(),
                "--linli.web.public-calls-per-minute=5",
                "--spring.cloud.gateway.server.webflux.httpclient.response-timeout=2s");
    base = "http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port");
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @AfterAll
  void stop() {
    gateway.close();
    service.stop(0);
  }

  private void petitions(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/slow")) {
      try {
        Thread.sleep(Duration.ofSeconds(4));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    String correlation = exchange.getRequestHeaders().getFirst("X-Correlation-Id");
    exchange.getResponseHeaders().set("X-Correlation-Id", correlation);
    exchange.getResponseHeaders().set("ETag", "\"1\"");
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    answer(exchange, "{\"correlation\":\"" + correlation + "\",\"key\":\"" + key + "\"}");
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(20))
        .header(
            "Authorization",
            "Bearer " + issuer.token("admin@3706", Duration.ofHours(1)).orElseThrow());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void a_call_reaches_its_service_with_its_headers_and_one_correlation() throws Exception {
    var reply =
        send(
            request("/api/v1/petitions")
                .header("X-Correlation-Id", "c-1")
                .header("Idempotency-Key", "k-1")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("{\"correlation\":\"c-1\",\"key\":\"k-1\"}");
    assertThat(reply.headers().allValues("X-Correlation-Id")).containsExactly("c-1");
    assertThat(reply.headers().firstValue("ETag")).contains("\"1\"");
  }

  @Test
  void without_a_token_nothing_goes_through() throws Exception {
    var reply = send(HttpRequest.newBuilder(URI.create(base + "/api/v1/petitions/x")));
    assertThat(reply.statusCode()).isEqualTo(401);
    assertThat(reply.body()).contains("\"code\":\"unauthenticated\"");
  }

  @Test
  void a_slow_read_is_unavailable_and_a_slow_change_may_have_happened() throws Exception {
    var read = send(request("/api/v1/petitions/slow"));
    var change =
        send(request("/api/v1/petitions/x/slow").POST(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(read.statusCode()).isEqualTo(503);
    assertThat(read.body()).contains("\"code\":\"service-unavailable\"");
    assertThat(change.statusCode()).isEqualTo(503);
    assertThat(change.body()).contains("\"code\":\"outcome-unknown\"");
    assertThat(change.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void a_service_that_is_gone_is_unavailable_because_nothing_happened() throws Exception {
    var reply =
        send(request("/api/v1/bank/accounts").POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(reply.body()).as(reply.body()).contains("\"code\":\"service-unavailable\"");
    assertThat(reply.headers().firstValue("X-Correlation-Id")).isPresent();
  }

  @Test
  void a_service_that_is_not_installed_has_no_paths() throws Exception {
    var reply = send(request("/api/v1/disputes"));
    assertThat(reply.statusCode()).isEqualTo(404);
    assertThat(reply.body()).contains("\"code\":\"not-found\"");
  }

  @Test
  void ten_megabytes_stop_at_the_door() throws Exception {
    var reply =
        send(
            request("/api/v1/petitions")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10_000_000])));
    assertThat(reply.statusCode()).isEqualTo(413);
    assertThat(reply.body()).contains("\"code\":\"body-too-large\"");
  }

  @Test
  void public_calls_are_counted_by_address() throws Exception {
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < 6; i++) {
      statuses.add(
          send(HttpRequest.newBuilder(URI.create(base + "/api/v1/tracking/abc"))).statusCode());
    }
    var last = send(HttpRequest.newBuilder(URI.create(base + "/api/v1/tracking/abc")));

    assertThat(statuses).startsWith(200, 200, 200, 200, 200);
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.body()).contains("\"code\":\"too-many-calls\"");
    assertThat(last.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void the_desk_gathers_from_services_and_says_who_is_missing() throws Exception {
    var reply = send(request("/api/v1/desk"));
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body())
        .contains("{\"id\":\"p1\",\"service\":\"petition\"}")
        .contains("{\"service\":\"timebank\",\"state\":\"unavailable\"}");
  }

  @Test
  void the_contracts_of_all_services_are_one_document_and_a_page() throws Exception {
    var api = send(HttpRequest.newBuilder(URI.create(base + "/v3/api-docs")));
    var page = send(HttpRequest.newBuilder(URI.create(base + "/swagger-ui/index.html")));
    var async = send(HttpRequest.newBuilder(URI.create(base + "/asyncapi.yaml")));

    assertThat(api.statusCode()).isEqualTo(200);
    assertThat(api.body())
        .contains("\"openapi\":\"3.1.0\"")
        .contains("\"/api/v1/petitions\"", "\"/api/v1/divisions/{code}\"");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(async.body()).contains("asyncapi:", "linli.petition");
  }

  @Test
  void divisions_are_found_by_padded_codes_too() throws Exception {
    var city = send(request("/api/v1/divisions/370600"));
    var children = send(request("/api/v1/divisions/3706/children"));
    var none = send(request("/api/v1/divisions/379999"));

    assertThat(city.body()).contains("\"code\":\"3706\"", "\"tier\":\"city\"", "烟台");
    assertThat(children.body()).contains("\"code\":\"370602\"");
    assertThat(none.statusCode()).isEqualTo(404);
  }
}
