package cn.linli.gateway.views.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.platform.config.TablesSet;
import cn.linli.platform.config.tables.TargetTable;
import cn.linli.platform.config.tables.TargetTable.Direction;
import cn.linli.platform.config.tables.TargetTable.Target;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.follow.Follower;
import cn.linli.platform.web.Json;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {

  private static final String GRID = "petitions.levelShare.grid";

  private final Targets targets = new Targets();

  private static TablesSet.Entry<TargetTable> set(String division, String figure, int percent) {
    return new TablesSet.Entry<>(
        division,
        1,
        new TargetTable(Map.of(figure, new Target(Direction.AT_LEAST, percent, "test"))));
  }

  @ParameterizedTest
  @CsvSource({
    "3706,            0.7", // shipped
    "370602,          0.8", // its own
    "370602003006001, 0.8", // its district's
    "370611,          0.7"
  })
  void a_place_has_its_own_its_ancestor_s_or_the_shipped_target(String division, double target) {
    targets.learn(List.of(set("370602", GRID, 80)));
    assertThat(targets.of(GRID, DivisionCode.of(division))).isEqualTo(target);
  }

  @Test
  void a_table_counts_as_a_whole() {
    assertThat(targets.of("petitions.satisfactionRate", DivisionCode.of("3706"))).isEqualTo(0.95);
    targets.learn(List.of(set("3706", GRID, 60)));
    assertThat(targets.of(GRID, DivisionCode.of("3706"))).isEqualTo(0.6);
    assertThat(targets.of("petitions.satisfactionRate", DivisionCode.of("3706"))).isNull();
    assertThat(targets.of("petitions.received", DivisionCode.of("3707"))).isNull();
  }

  @Test
  void what_is_set_is_learned_and_stays_while_nobody_answers() throws IOException {
    var tables = new AtomicReference<>(new TablesSet<>(List.of(set("3706", GRID, 60))));
    var keeper = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    keeper.createContext(
        "/api/v1/config/targets/set",
        exchange -> {
          byte[] body = Json.MAPPER.writeValueAsBytes(tables.get());
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    keeper.start();
    var here = URI.create("http://127.0.0.1:" + keeper.getAddress().getPort());
    try (var client = HttpClient.newHttpClient();
        var follower =
            new Follower("targets", new TargetLearning(targets, List.of(gone(), here), client))) {
      follower.start();
      awaitTarget(0.6);
      tables.set(new TablesSet<>(List.of(set("3706", GRID, 55))));
      awaitTarget(0.55);
      keeper.stop(0);
    }
    awaitTarget(0.55);
  }

  private void awaitTarget(double target) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Double.valueOf(target).equals(targets.of(GRID, DivisionCode.of("370602"))));
  }

  private static URI gone() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }
}
