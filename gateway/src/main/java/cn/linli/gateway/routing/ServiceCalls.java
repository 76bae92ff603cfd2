package cn.linli.gateway.routing;

import cn.linli.platform.web.Correlation;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Asks all services the same question, with the caller's own token, and waits for none too long.
 */
public final class ServiceCalls {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int ANSWER_BYTES_MAX = 8 * 1024 * 1024;

  private final List<Service> services;
  private final WebClient client =
      WebClient.builder()
          .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(ANSWER_BYTES_MAX))
          .build();

  /** A service that is asked is not waited for longer because it has many dead instances. */
  private static final int INSTANCES_TRIED_MAX = 3;

  private record Service(String name, List<URI> instances) {}

  /**
   * What one service said.
   *
   * @param state {@code ok}, {@code none} (it has no such thing) or {@code unavailable}
   */
  public record Answer(String service, String state, @Nullable JsonNode body) {}

  private static final Answer UNAVAILABLE = new Answer("", "unavailable", null);

  public ServiceCalls(GatewayProperties properties) {
    services =
        properties.services().entrySet().stream()
            .map(service -> new Service(service.getKey(), service.getValue()))
            .sorted(Comparator.comparing(Service::name))
            .toList();
  }

  /** For the caller of this exchange. */
  public Mono<List<Answer>> ask(String path, ServerWebExchange exchange) {
    HttpHeaders given = exchange.getRequest().getHeaders();
    var headers = new HttpHeaders();
    copy(given, headers, HttpHeaders.AUTHORIZATION);
    copy(given, headers, HttpHeaders.ACCEPT_LANGUAGE);
    headers.set(Correlation.HEADER, Correlation.of(exchange));
    return ask(path, headers, PATIENCE);
  }

  /** For everybody: published documents. */
  public Mono<List<Answer>> ask(String path, Duration patience) {
    return ask(path, new HttpHeaders(), patience);
  }

  private Mono<List<Answer>> ask(String path, HttpHeaders headers, Duration patience) {
    return Flux.fromIterable(services)
        .flatMapSequential(
            service -> get(service, path, headers, patience).map(it -> named(service, it)))
        .collectList();
  }

  /** The next instance is asked where one can't be reached; all of them within the patience. */
  private Mono<Answer> get(Service service, String path, HttpHeaders headers, Duration patience) {
    return Flux.fromIterable(service.instances())
        .take(INSTANCES_TRIED_MAX)
        .concatMap(instance ->
            exchange(instance + path, headers)
                .onErrorResume(WebClientRequestException.class, unreachable -> Mono.empty()))
        .next()
        .timeout(patience)
        .onErrorReturn(UNAVAILABLE)
        .defaultIfEmpty(UNAVAILABLE);
  }

  private static Answer named(Service service, Answer answer) {
    return new Answer(service.name(), answer.state(), answer.body());
  }

  /** From one address. */
  public Mono<Answer> get(String address, HttpHeaders headers, Duration patience) {
    return exchange(address, headers).timeout(patience).onErrorReturn(UNAVAILABLE);
  }

  private Mono<Answer> exchange(String address, HttpHeaders headers) {
    return client
        .get()
        .uri(URI.create(address))
        .headers(it -> it.addAll(headers))
        .exchangeToMono(response -> {
          int status = response.statusCode().value();
          if (status == 200) {
            return response.bodyToMono(JsonNode.class).map(body -> new Answer("", "ok", body));
          }
          var answer = new Answer("", status < 500 ? "none" : "unavailable", null);
          return response.releaseBody().thenReturn(answer);
        });
  }

  private static void copy(HttpHeaders from, HttpHeaders to, String name) {
    String value = from.getFirst(name);
    if (value != null) {
      to.set(name, value);
    }
  }
}
