package cn.linli.gateway.routing;

import cn.linli.platform.web.Correlation;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;
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

  private record Service(String name, URI instance) {}

  /**
   * What one service said.
   *
   * @param state {@code ok}, {@code none} (it has no such thing) or {@code unavailable}
   */
  public record Answer(String service, String state, @Nullable JsonNode body) {}

  public ServiceCalls(GatewayProperties properties) {
    services =
        properties.services().entrySet().stream()
            .map(service -> new Service(service.getKey(), service.getValue().getFirst()))
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
        .flatMapSequential(service ->
            get(service.instance() + path, headers, patience).map(it -> named(service, it)))
        .collectList();
  }

  private static Answer named(Service service, Answer answer) {
    return new Answer(service.name(), answer.state(), answer.body());
  }

  /** From one address. */
  public Mono<Answer> get(String address, HttpHeaders headers, Duration patience) {
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
        })
        .timeout(patience)
        .onErrorReturn(new Answer("", "unavailable", null));
  }

  private static void copy(HttpHeaders from, HttpHeaders to, String name) {
    String value = from.getFirst(name);
    if (value != null) {
      to.set(name, value);
    }
  }
}
