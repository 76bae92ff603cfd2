package cn.linli.platform.web;

import cn.linli.platform.access.AccessException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Makes a problem reply of whatever went wrong. What nobody foresaw is logged and says nothing. */
final class ProblemHandler implements WebExceptionHandler, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

  /** Before Boot's own handler, which is at −1. */
  private static final int ORDER = -2;

  private static final ServerResponse.Context NO_CONTEXT =
      new ServerResponse.Context() {
        @Override
        public List<HttpMessageWriter<?>> messageWriters() {
          return List.of();
        }

        @Override
        public List<ViewResolver> viewResolvers() {
          return List.of();
        }
      };

  private final Replies replies;
  private final ObjectProvider<RouteTable> tables;

  ProblemHandler(ProblemTexts texts, ObjectProvider<RouteTable> tables) {
    this.replies = new Replies(texts);
    this.tables = tables;
  }

  @Override
  public int getOrder() {
    return ORDER;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(thrown);
    }
    Problem problem = problem(exchange, thrown);
    // A client that is still sending may not read a reply, or leave its connection half used.
    return Bodies.drain(exchange.getRequest())
        .then(Mono.defer(() -> replies.problem(problem, exchange).writeTo(exchange, NO_CONTEXT)));
  }

  private Problem problem(ServerWebExchange exchange, Throwable thrown) {
    return switch (thrown) {
      case ProblemException e -> e.problem();
      case AccessException e -> Problem.of(e.status(), e.code());
      case CompletionException e when e.getCause() != null -> problem(exchange, e.getCause());
      case ExecutionException e when e.getCause() != null -> problem(exchange, e.getCause());
      case ResponseStatusException e -> ofStatus(exchange, e);
      default -> {
        LOG.error(
            "{} {} failed, correlation {}",
            exchange.getRequest().getMethod(),
            exchange.getRequest().getPath().value(),
            Correlation.of(exchange),
            thrown);
        yield Problem.of(500, "internal-error");
      }
    };
  }

  private Problem ofStatus(ServerWebExchange exchange, ResponseStatusException e) {
    int status = e.getStatusCode().value();
    if (status == 404) {
      Set<String> methods = methods(exchange);
      return methods.isEmpty() ? Problem.notFound() : notAllowed(exchange, methods);
    }
    if (e instanceof MethodNotAllowedException wrong) {
      var methods = new LinkedHashSet<String>();
      wrong.getSupportedMethods().forEach(method -> methods.add(method.name()));
      return notAllowed(exchange, methods);
    }
    return switch (status) {
      case 400 -> Problem.of(400, "bad-request");
      case 406 -> Problem.of(406, "not-acceptable");
      case 413 -> Problem.of(413, "body-too-large", Map.of("bytesMax", "…"));
      case 415 -> Problem.of(415, "unsupported-media-type");
      case 503, 504 -> Problem.of(status, "service-unavailable");
      default -> Problem.of(status, status < 500 ? "bad-request" : "internal-error");
    };
  }

  private Set<String> methods(ServerWebExchange exchange) {
    var path = exchange.getRequest().getPath().pathWithinApplication();
    var methods = new LinkedHashSet<String>();
    tables.forEach(table -> methods.addAll(table.methods(path)));
    return methods;
  }

  private static Problem notAllowed(ServerWebExchange exchange, Set<String> methods) {
    String allowed = String.join(", ", methods);
    exchange.getResponse().getHeaders().set(HttpHeaders.ALLOW, allowed);
    return Problem.of(405, "method-not-allowed", Map.of("allowed", allowed));
  }
}
