package cn.linli.platform.web;

import cn.linli.platform.access.Session;
import java.util.Map;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Checks who calls, then steps aside. */
final class RawExchange implements Exchange {

  private final Route route;
  private final RawHandler handler;

  RawExchange(Route route, RawHandler handler) {
    this.route = route;
    this.handler = handler;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request, Map<String, String> path) {
    request.attributes().put(RouterFunctions.URI_TEMPLATE_VARIABLES_ATTRIBUTE, path);
    Admission.check(route.roles(), Session.of(request.exchange()));
    return handler.handle(request, Session.of(request.exchange()));
  }
}
