package cn.linli.platform.access;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The demo issuer with its public key at an address, for tests of who may call. */
public final class IssuerServer implements AutoCloseable {

  private final DemoIssuer issuer = new DemoIssuer();
  private final HttpServer server;

  public IssuerServer() {
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

  public URI jwks() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
  }

  /** A token of one hour. */
  public String token(String user) {
    return token(user, Duration.ofHours(1));
  }

  public String token(String user, Duration validFor) {
    return issuer.token(user, validFor).orElseThrow();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
