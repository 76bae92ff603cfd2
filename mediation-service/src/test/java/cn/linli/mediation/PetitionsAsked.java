package cn.linli.mediation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where the petition service listens: answers what it was told to, and notes who asked. */
final class PetitionsAsked implements AutoCloseable {

  /** What comes next; the last one stays. */
  record Reply(int status, String body) {}

  private final Map<String, ConcurrentLinkedDeque<Reply>> replies = new ConcurrentHashMap<>();
  private final Map<String, List<String>> asked = new ConcurrentHashMap<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  PetitionsAsked() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void answers(String referral, Reply... inTurn) {
    replies.put(referral, new ConcurrentLinkedDeque<>(List.of(inTurn)));
  }

  /** Bodies that came for a referral. */
  List<String> asked(String referral) {
    return asked.getOrDefault(referral, List.of());
  }

  List<String> tokens() {
    return List.copyOf(tokens);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String referral = exchange.getRequestURI().getPath().split("/")[7];
    tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
    asked
        .computeIfAbsent(referral, it -> new CopyOnWriteArrayList<>())
        .add(
            exchange.getRequestURI().getPath()
                + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var left = replies.getOrDefault(referral, new ConcurrentLinkedDeque<>());
    Reply reply = left.size() > 1 ? left.poll() : left.peek();
    if (reply == null) {
      reply = new Reply(503, "{\"code\":\"overloaded\"}");
    }
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
