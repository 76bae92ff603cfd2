package cn.linli.gateway.views.endpoints;

import cn.linli.gateway.views.figures.Figure;
import cn.linli.platform.access.Session;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.Correlation;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.RawHandler;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * The requests behind a figure: the list of the petition service with the figure's filter, asked
 * with the caller's own token, so it shows what the caller may see and nothing else.
 */
public final class FigureCases implements RawHandler {

  /** A list of 200 items is far below. */
  private static final int REPLY_BYTES_MAX = 4 << 20;

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Set<String> PAGING = Set.of("limit", "after");

  private final WebClient petitions;
  private final URI service;
  private final Asked asked;

  /**
   * @param service base address of the petition service
   */
  public FigureCases(WebClient.Builder client, URI service, Asked asked) {
    this.petitions =
        client.codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(REPLY_BYTES_MAX)).build();
    this.service = service;
    this.asked = asked;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request, Optional<Session> session) {
    DivisionCode division =
        asked.known(
            DivisionCode.parse(request.pathVariable("division"))
                .orElseThrow(() -> new ProblemException(Problem.of(422, "unknown-division"))),
            session.orElseThrow().caller());
    var figure = Asked.figure("figure", request.pathVariable("figure"));
    var filter = figure.cases();
    if (filter == null) {
      throw new ProblemException(
          Problem.of(422, "figure-without-cases", Map.of("figure", figure.code())));
    }
    return petitions
        .get()
        .uri(uri(division, filter, request))
        .headers(headers -> copy(request, headers))
        .exchangeToMono(reply ->
            reply
                .bodyToMono(byte[].class)
                .flatMap(body ->
                    ServerResponse.status(reply.statusCode())
                        .contentType(
                            reply.headers().contentType().orElse(MediaType.APPLICATION_JSON))
                        .bodyValue(body)))
        .timeout(TIMEOUT)
        .onErrorMap(
            WebClientRequestException.class,
            away ->
                new ProblemException(
                    new Problem(
                        503, "service-unavailable", Map.of(), List.of(), Duration.ofSeconds(1))));
  }

  private URI uri(DivisionCode division, Figure.CaseFilter filter, ServerRequest request) {
    var uri =
        UriComponentsBuilder.fromUri(service)
            .path("/api/v1/petitions")
            .queryParam("division", division.value());
    if (filter.status() != null) {
      uri.queryParam("status", filter.status());
    }
    if (filter.onlyOverdue()) {
      uri.queryParam("overdue", true);
    }
    for (var name : new TreeSet<>(request.queryParams().keySet())) {
      if (!PAGING.contains(name)) {
        throw Asked.bad(name, "limit, after");
      }
      uri.queryParam(name, "{" + name + "}");
    }
    return uri.encode().buildAndExpand(request.queryParams().toSingleValueMap()).toUri();
  }

  private static void copy(ServerRequest request, HttpHeaders into) {
    for (var name : List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)) {
      String value = request.headers().firstHeader(name);
      if (value != null) {
        into.set(name, value);
      }
    }
    into.set(Correlation.HEADER, Correlation.of(request.exchange()));
  }
}
