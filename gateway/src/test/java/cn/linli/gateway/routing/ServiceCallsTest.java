package cn.linli.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One question to services of several instances, of which some are gone. */
class ServiceCallsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final AtomicInteger asked = new AtomicInteger();
  private final List<HttpServer> servers = new ArrayList<>();

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
  }

  private URI answering(int status) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = "{\"here\":true}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
    servers.add(server);
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static URI gone() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  private static ServiceCalls.Answer ask(URI... instances) {
    var properties = new GatewayProperties(Map.of("petition", List.of(instances)));
    return new ServiceCalls(properties).ask("/x", PATIENCE).block().getFirst();
  }

  @Test
  void the_next_instance_answers_where_one_is_gone() throws IOException {
    var answer = ask(gone(), gone(), answering(200));
    assertThat(answer.state()).isEqualTo("ok");
    assertThat(answer.service()).isEqualTo("petition");
    assertThat(answer.body().path("here").asBoolean()).isTrue();
  }

  @Test
  void one_that_answers_is_enough() throws IOException {
    assertThat(ask(answering(200), answering(200)).state()).isEqualTo("ok");
    assertThat(ask(answering(404), answering(200)).state()).isEqualTo("none");
    assertThat(ask(answering(500), answering(200)).state()).isEqualTo("unavailable");
    assertThat(asked).hasValue(3);
  }

  @Test
  void three_are_tried_and_no_more() throws IOException {
    assertThat(ask(gone(), gone(), gone(), answering(200)).state()).isEqualTo("unavailable");
    assertThat(ask(gone()).state()).isEqualTo("unavailable");
    assertThat(asked).hasValue(0);
  }
}
