package cn.linli.standalone.demo;

import cn.linli.platform.access.DemoIssuer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code POST /api/v1/demo/token} and the issuer's public key, part of the gateway in the
 * standalone runner alone. Who asks from another machine, or through a proxy, sees 404 as
 * everywhere else.
 */
@Configuration(proxyBeanMethods = false)
public class DemoTokens {
  public static final String KEYS_PATH = "/api/v1/demo/keys";
  private static final String TOKEN_PATH = "/api/v1/demo/token";
  private static final Duration VALID_FOR = Duration.ofHours(1);
  private static final List<String> PROXY_HEADERS =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

  /**
   * Body of a request for a token.
   *
   * @param user {@code <role>@<division>[/<name or organisation>]}
   * @param expiresInSeconds an hour unless said; negative for a token that has expired already, to
   *     see what becomes of it
   */
  record TokenRequest(@Nullable String user, @Nullable Integer expiresInSeconds) {
    Duration validFor() {
      long seconds = expiresInSeconds == null ? VALID_FOR.toSeconds() : expiresInSeconds;
      return Duration.ofSeconds(Math.clamp(seconds, -VALID_FOR.toSeconds(), VALID_FOR.toSeconds()));
    }
  }

  @Bean
  RouterFunction<ServerResponse> demoTokenRoutes(DemoIssuer issuer) {
    RequestPredicate local = request -> isLocal(request);
    return RouterFunctions.route()
        .POST(
            TOKEN_PATH,
            local,
            request -> request.bodyToMono(TokenRequest.class).flatMap(body -> answer(issuer, body)))
        .GET(
            KEYS_PATH,
            local,
            request ->
                ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(issuer.jwks()))
        .build();
  }

  private static Mono<ServerResponse> answer(DemoIssuer issuer, TokenRequest body) {
    var token =
        body.user() == null
            ? java.util.Optional.<String>empty()
            : issuer.token(body.user(), body.validFor());
    return token
        .map(text ->
            ServerResponse.ok()
                .header("Cache-Control", "no-store")
                .bodyValue(
                    Map.of(
                        "access_token",
                        text,
                        "token_type",
                        "Bearer",
                        "expires_in",
                        body.validFor().toSeconds())))
        .orElseGet(DemoTokens::invalidUser);
  }

  private static Mono<ServerResponse> invalidUser() {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.BAD_REQUEST, "user is <role>@<division>[/<name or organisation>]");
    problem.setProperty("code", "invalid-demo-user");
    return ServerResponse.badRequest()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyValue(problem);
  }

  private static boolean isLocal(ServerRequest request) {
    var direct = PROXY_HEADERS.stream().allMatch(name -> request.headers().header(name).isEmpty());
    return direct
        && request
            .remoteAddress()
            .map(InetSocketAddress::getAddress)
            .filter(a -> a.isLoopbackAddress())
            .isPresent();
  }
}
