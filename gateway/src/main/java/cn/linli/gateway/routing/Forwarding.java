package cn.linli.gateway.routing;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import cn.linli.platform.web.Bodies;
import cn.linli.platform.web.Correlation;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * What happens to every call on its way to a service: its size is bounded, its stream's instance
 * chosen, its correlation carried; and what went wrong on the way becomes a problem that says
 * whether something may have happened.
 */
final class Forwarding implements GlobalFilter, Ordered {

  /** Name of a route's metadata that says which service it leads to. */
  static final String SERVICE = "service";

  /** {@code /api/v1/petitions/{id}}: element of the path, from 0, that names the stream. */
  private static final int STREAM_ELEMENT = 3;

  private static final int GATEWAY_TIMEOUT = 504;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Map<Object, Instances> services = new HashMap<>();

  Forwarding(GatewayProperties properties) {
    properties.services().forEach((name, uris) -> services.put(name, new Instances(uris)));
  }

  @Override
  public int getOrder() {
    return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    var request = exchange.getRequest();
    long bytesMax = EdgeLimits.bytesMax(request.getPath().value());
    if (request.getHeaders().getContentLength() > bytesMax) {
      return Bodies.refuseTooLarge(request, bytesMax);
    }
    Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
    Instances instances = services.get(route.getMetadata().get(SERVICE));
    if (instances == null) {
      return Mono.error(new IllegalStateException("a route without service: " + route.getId()));
    }
    URI instance = instances.choose(stream(exchange), System.nanoTime());
    URI target = exchange.getRequiredAttribute(GATEWAY_REQUEST_URL_ATTR);
    exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, at(instance, target));
    String correlation = Correlation.of(exchange);
    // The service echoes it too: two of them would be one too many.
    exchange
        .getResponse()
        .beforeCommit(() -> {
          exchange.getResponse().getHeaders().set(Correlation.HEADER, correlation);
          return Mono.empty();
        });
    var forwarded =
        exchange
            .mutate()
            .request(it -> it.headers(headers -> headers.set(Correlation.HEADER, correlation)))
            .build();
    return chain
        .filter(forwarded)
        .onErrorMap(failure -> explained(failure, exchange, instances, instance));
  }

  private static URI at(URI instance, URI target) {
    return UriComponentsBuilder.fromUri(target)
        .scheme(instance.getScheme())
        .host(instance.getHost())
        .port(instance.getPort())
        .build(true)
        .toUri();
  }

  /** What has no stream yet goes where its repetition will go too. */
  private static String stream(ServerWebExchange exchange) {
    String[] elements = exchange.getRequest().getPath().value().substring(1).split("/");
    if (elements.length > STREAM_ELEMENT) {
      return elements[STREAM_ELEMENT];
    }
    String key = exchange.getRequest().getHeaders().getFirst("Idempotency-Key");
    return key == null ? Long.toString(ThreadLocalRandom.current().nextLong()) : key;
  }

  private static Throwable explained(
      Throwable failure, ServerWebExchange exchange, Instances instances, URI instance) {
    if (failure instanceof ConnectException) {
      instances.unreachable(instance, System.nanoTime());
      return new ProblemException(Problem.unavailable(RETRY_AFTER));
    }
    boolean broken =
        failure instanceof IOException
            || failure instanceof ResponseStatusException e
                && e.getStatusCode().value() == GATEWAY_TIMEOUT;
    if (!broken) {
      return failure;
    }
    return new ProblemException(
        exchange.getRequest().getMethod() == HttpMethod.GET
            ? Problem.unavailable(RETRY_AFTER)
            : Problem.outcomeUnknown(RETRY_AFTER));
  }
}
