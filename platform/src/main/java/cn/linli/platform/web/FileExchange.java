package cn.linli.platform.web;

import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Session;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Handles a short table: read whole, take in, say what became of it. */
final class FileExchange implements Exchange {

  private static final Duration SENDING_MAX = Duration.ofMinutes(5);

  private static final int FILE_BYTES_MAX = 16 * 1024 * 1024;

  private final Web web;
  private final Route route;
  private final FileHandler handler;

  FileExchange(Web web, Route route, FileHandler handler) {
    this.web = web;
    this.route = route;
    this.handler = handler;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request, Map<String, String> path) {
    var exchange = request.exchange();
    Caller caller = Admission.check(route.roles(), Session.of(exchange));
    var language =
        Language.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    var parameters = Parameters.read(route, exchange.getRequest(), web.texts(), language);
    String correlation = Correlation.of(exchange);
    return Bodies.read(exchange.getRequest(), FILE_BYTES_MAX, FileExchange::isCsv, SENDING_MAX)
        .flatMap(bytes ->
            web.files()
                .run(
                    correlation,
                    () ->
                        Replies.json(
                            200,
                            handler.take(
                                new FileCall(
                                    bytes, parameters, caller, correlation, language, web)),
                            Map.of())));
  }

  private static boolean isCsv(MediaType type) {
    return type.getSubtype().equals("csv") || type.equals(MediaType.APPLICATION_OCTET_STREAM);
  }
}
