package cn.linli.standalone.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.access.DemoIssuer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filling the demo city, interrupted and gone on with. */
class SimulatorTest {

  private static final Simulator.Size SMALL = new Simulator.Size(12, 8, 2, Duration.ZERO);

  @TempDir private Path folder;
  private HttpServer gateway;
  private final List<String> imports = new ArrayList<>();
  private final Map<String, Integer> filed = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private final List<String> bank = new ArrayList<>();
  private int callsUntilGone = Integer.MAX_VALUE;

  @BeforeEach
  void start() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/", this::answer);
    gateway.start();
  }

  @AfterEach
  void stop() {
    gateway.stop(0);
  }

  /** Remembers keys like the platform does: a life that is filed again is found worked on. */
  private synchronized void answer(HttpExchange exchange) throws IOException {
    if (callsUntilGone-- <= 0) {
      exchange.close();
      return;
    }
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String reply;
    if (exchange.getRequestMethod().equals("GET")) {
      reply = imports.isEmpty() ? "{\"items\":[]}" : "{\"items\":[{}]}";
    } else if (path.endsWith("/import")) {
      imports.add(body);
      reply = "{\"accepted\":12}";
    } else {
      if (path.startsWith("/api/v1/bank/")) {
        bank.add(path.substring("/api/v1/bank".length()) + " " + body);
      }
      int version = path.endsWith("/petitions") ? filed.merge(key, 1, Integer::sum) : 2;
      reply =
          "{\"id\":\"p\",\"version\":%d,\"handler\":{\"organisation\":\"370602003006001\",\"division\":\"370602003006001\",\"level\":\"grid\"}}"
              .formatted(version);
    }
    byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private void run() {
    String address = "http://127.0.0.1:" + gateway.getAddress().getPort();
    new Simulator(address, new DemoIssuer(), folder, SMALL, told::add).run();
  }

  @Test
  void what_was_interrupted_goes_on_with_the_same_past_and_the_lives_that_are_left()
      throws IOException {
    callsUntilGone = 12;
    run();
    assertThat(told.getLast()).contains("was not filled");
    var kept = Filling.in(folder).orElseThrow();
    assertThat(kept.done()).isFalse();
    assertThat(kept.next()).isBetween(1, SMALL.current() - 1);
    int before = filed.size();

    callsUntilGone = Integer.MAX_VALUE;
    run();

    assertThat(told.getLast()).contains("12 requests of the past weeks and 8 of today");
    assertThat(imports).hasSize(2);
    assertThat(imports.getLast()).isEqualTo(imports.getFirst());
    assertThat(filed).hasSize(SMALL.current());
    assertThat(filed.values().stream().filter(times -> times > 1).count()).isLessThanOrEqualTo(1);
    assertThat(before).isLessThan(SMALL.current());
    assertThat(Filling.in(folder).orElseThrow().done()).isTrue();
  }

  @Test
  void a_city_that_is_filled_and_a_platform_of_others_are_left_alone() {
    run();
    int calls = filed.size();
    run();
    assertThat(filed).hasSize(calls);
    assertThat(imports).hasSize(1);
  }

  @Test
  void requests_of_others_are_nobody_s_demo_city() {
    imports.add("somebody's");
    run();
    assertThat(imports).hasSize(1);
    assertThat(filed).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void the_bank_has_a_kitchen_and_kiosks_whose_keys_are_made_at_each_start() {
    run();
    assertThat(bank.stream().filter(it -> it.contains("/check-out "))).hasSize(32 + 5 * 3);
    assertThat(bank.stream().filter(it -> it.contains("/heads {\"heads\":145}"))).hasSize(1);
    assertThat(bank.stream().filter(it -> it.startsWith("/wristband-events "))).hasSize(2);
    var devices = bank.stream().filter(it -> it.startsWith("/devices ")).toList();
    assertThat(devices).hasSize(2).doesNotHaveDuplicates();

    bank.clear();
    imports.clear();
    run();
    assertThat(bank.stream().filter(it -> it.startsWith("/devices ")))
        .hasSize(2)
        .doesNotContainAnyElementsOf(devices);
  }
}
