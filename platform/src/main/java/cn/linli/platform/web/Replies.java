package cn.linli.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Replies whose bytes are ready: no content negotiation, no second encoding. */
final class Replies {

  private final ProblemTexts texts;

  Replies(ProblemTexts texts) {
    this.texts = texts;
  }

  /** JSON with the given headers. */
  static ServerResponse json(int status, Object body, Map<String, String> headers) {
    return new Ready(
        status, MediaType.APPLICATION_JSON, Json.MAPPER.writeValueAsBytes(body), headers);
  }

  /** Always as a download, and never kept by anybody on the way: it may name a person. */
  static ServerResponse file(Download file) {
    return new Ready(
        200,
        MediaType.parseMediaType(file.mediaType()),
        file.content(),
        Map.of(
            HttpHeaders.ETAG,
            CommandHeaders.etag(file.version()),
            HttpHeaders.CACHE_CONTROL,
            "no-store",
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + file.name() + "\"",
            "X-Content-Type-Options",
            "nosniff"));
  }

  /** problem+json in the language the caller asked for. */
  ServerResponse problem(Problem problem, ServerWebExchange exchange) {
    var request = exchange.getRequest();
    var language = Language.of(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "urn:linli:problem:" + problem.code());
    body.put("title", texts.title(problem.code(), language));
    body.put("status", problem.status());
    body.put("detail", texts.detail(problem.code(), problem.details(), language));
    body.put("code", problem.code());
    body.put("instance", request.getPath().value());
    body.put("violations", problem.violations());
    if (!problem.details().isEmpty()) {
      body.put("details", problem.details());
    }
    var headers = new LinkedHashMap<String, String>();
    headers.put(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    if (problem.retryAfter() != null) {
      headers.put(
          HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, problem.retryAfter().toSeconds())));
    }
    if (problem.status() == 401) {
      headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return new Ready(
        problem.status(),
        MediaType.APPLICATION_PROBLEM_JSON,
        Json.MAPPER.writeValueAsBytes(body),
        headers);
  }

  private record Ready(int status, MediaType type, byte[] body, Map<String, String> extra)
      implements ServerResponse {

    @Override
    public HttpStatusCode statusCode() {
      return HttpStatusCode.valueOf(status);
    }

    @Override
    public HttpHeaders headers() {
      var headers = new HttpHeaders();
      headers.setContentType(type);
      headers.setContentLength(body.length);
      extra.forEach(headers::set);
      return headers;
    }

    @Override
    public MultiValueMap<String, ResponseCookie> cookies() {
      return new LinkedMultiValueMap<>();
    }

    @Override
    public Mono<Void> writeTo(ServerWebExchange exchange, Context context) {
      var response = exchange.getResponse();
      response.setRawStatusCode(status);
      HttpHeaders headers = response.getHeaders();
      headers.setContentType(type);
      headers.setContentLength(body.length);
      extra.forEach(headers::set);
      DataBuffer buffer = response.bufferFactory().wrap(body);
      return response.writeWith(Mono.just(buffer));
    }
  }
}
