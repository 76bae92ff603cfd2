package cn.linli.platform.web;

import java.util.Map;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Handles the requests of one route. */
@FunctionalInterface
interface Exchange {
  Mono<ServerResponse> handle(ServerRequest request, Map<String, String> path);
}
