package cn.linli.testing;

import cn.linli.platform.access.DemoIssuer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens for tests, and the address of the key they are checked with. */
final class Issuer implements AutoCloseable {

  /** Longer than the slowest test. */
  private static final Duration VALID_FOR = Duration.ofHours(8);

  private static final String SERVICE = "service/";

  private final DemoIssuer issuer = new DemoIssuer();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final HttpServer server;

  Issuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/jwks",
        exchange -> {
          byte[] body = issuer.jwks().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  String jwks() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
  }

  /**
   * The same token each time, so that a user stays the same session.
   *
   * @param user as at the demo's issuer, or {@code service/<name>} for a service's own credential
   */
  String token(String user) {
    return tokens.computeIfAbsent(
        user,
        it ->
            it.startsWith(SERVICE)
                ? issuer.credentialOf(it.substring(SERVICE.length())).token()
                : issuer.token(it, VALID_FOR).orElseThrow());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
