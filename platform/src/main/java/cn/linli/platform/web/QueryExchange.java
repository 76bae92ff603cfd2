package cn.linli.platform.web;

import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Session;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Handles a read. */
final class QueryExchange<B> implements Exchange {

  private final Web web;
  private final Route route;
  private final StrictBody<B> strictBody;
  private final QueryHandler<B> handler;

  QueryExchange(Web web, Route route, StrictBody<B> strictBody, QueryHandler<B> handler) {
    this.web = web;
    this.route = route;
    this.strictBody = strictBody;
    this.handler = handler;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request, Map<String, String> path) {
    var exchange = request.exchange();
    Optional<Session> session = Session.of(exchange);
    Caller caller = Admission.check(route.roles(), session);
    HttpHeaders headers = exchange.getRequest().getHeaders();
    var language = Language.of(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    var parameters = Parameters.read(route, exchange.getRequest(), web.texts(), language);
    String correlation = Correlation.of(exchange);
    var lists =
        new Query.Lists(
            web.cursors(),
            web.texts(),
            filter(exchange.getRequest().getPath().value(), parameters, caller));
    return Bodies.read(exchange.getRequest(), web.bodyBytesMax())
        .flatMap(bytes ->
            web.queries()
                .run(
                    correlation,
                    () ->
                        answer(
                            new Query<>(
                                strictBody.read(bytes, language),
                                path,
                                parameters,
                                caller,
                                correlation,
                                language,
                                web.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                                lists))));
  }

  private ServerResponse answer(Query<B> query) {
    Object answer = handler.answer(query);
    if (answer == null) {
      throw new ProblemException(Problem.notFound());
    }
    if (answer instanceof Download file) {
      return Replies.file(file);
    }
    return Replies.json(
        200,
        answer,
        answer instanceof Versioned it
            ? Map.of(HttpHeaders.ETAG, CommandHeaders.etag(it.version()))
            : Map.of());
  }

  /** All that decides what is in a list; the size of a page does not. */
  private static String filter(String path, Map<String, String> parameters, Caller caller) {
    var filter = new TreeMap<>(parameters);
    filter.remove("limit");
    filter.remove("after");
    return path + filter + caller.by() + caller.organisation();
  }
}
