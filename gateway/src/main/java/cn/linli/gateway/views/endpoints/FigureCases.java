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
 * The requests or disputes behind a figure: the list of their service with the figure's filter,
 * asked with the caller's own token, so it shows what the caller may see and nothing else.
 */
public final class FigureCases implements RawHandler {

  /** A list of 200 items is far below. */
  private static final int REPLY_BYTES_MAX = 4 << 20;

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Set<String> PAGING = Set.of("limit", "after");

  private static final String OF_DISPUTES = "disputes.";

  private final WebClient lists;
  private final URI petitions;
  private final URI disputes;
  private final Asked asked;

  /**
   * @param petitions base address of the petition service
   * @param disputes base address of the mediation service
   */
  public FigureCases(WebClient.Builder client, URI petitions, URI disputes, Asked asked) {
    this.lists =
        client.codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(REPLY_BYTES_MAX)).build();
    this.petitions = petitions;
    this.disputes = disputes;
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
    boolean ofDisputes = figure.code().startsWith(OF_DISPUTES);
    return lists
        .get()
        .uri(uri(division, filter, ofDisputes, request))
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

  private URI uri(
      DivisionCode division, Figure.CaseFilter filter, boolean ofDisputes, ServerRequest request) {
    var uri =
        UriComponentsBuilder.fromUri(ofDisputes ? disputes : petitions)
            .path(ofDisputes ? "/api/v1/disputes" : "/api/v1/petitions")
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
