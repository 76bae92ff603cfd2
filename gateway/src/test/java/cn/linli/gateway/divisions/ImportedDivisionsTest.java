package cn.linli.gateway.divisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportedDivisionsTest {

  private static URI gone() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  @Test
  void the_next_instance_is_asked_where_one_is_gone() throws Exception {
    var keeper = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    keeper.createContext(
        "/api/v1/divisions/imported",
        exchange -> {
          byte[] body = "{\"revision\":7,\"divisions\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    keeper.start();
    var here = URI.create("http://127.0.0.1:" + keeper.getAddress().getPort());
    try (var client = HttpClient.newHttpClient()) {
      assertThat(ImportedDivisions.askAny(client, List.of(gone(), here), 0).revision())
          .isEqualTo(7);
      assertThatThrownBy(() -> ImportedDivisions.askAny(client, List.of(gone()), 0))
          .isInstanceOf(IOException.class);
    } finally {
      keeper.stop(0);
    }
  }
}
