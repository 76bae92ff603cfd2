package cn.linli.platform.web;

import cn.linli.platform.access.Session;
import java.util.Optional;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * For what is no single JSON body: streams in (uploads, imports) and out (events, files). Runs on
 * the event loop, must not block; token and role are checked already.
 */
@FunctionalInterface
public interface RawHandler {

  /**
   * @param session empty on an open route without a token
   */
  Mono<ServerResponse> handle(ServerRequest request, Optional<Session> session);
}
