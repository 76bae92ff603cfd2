package cn.linli.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Nothing is open unless it is listed. Every other path needs a token that counts; what its holder
 * may do is for the routes. A checked token is kept up to a minute, because signatures cost more
 * than all the rest of a request.
 */
final class AccessFilter implements WebFilter {

  /** Open everywhere: probes, metrics, the published contracts. */
  private static final List<String> ALWAYS_OPEN =
      List.of(
          "/actuator/health/**",
          "/actuator/info",
          "/actuator/prometheus",
          "/v3/api-docs/**",
          "/swagger-ui.html",
          "/swagger-ui/**",
          "/webjars/**",
          "/asyncapi.yaml",
          "/problems/**",
          "/api/v1/tracking/**",
          "/api/v1/divisions/imported",
          "/api/v1/config/targets/set",
          "/api/v1/demo/**");

  private static final Set<String> HIDDEN = Set.of("2f", "5c", "2e", "3b", "25", "7f");
  private static final String BEARER = "Bearer ";
  private static final int KEPT_TOKENS = 10_000;
  private static final Duration KEPT_FOR = Duration.ofSeconds(60);
  private static final int TOKEN_CHARS_MAX = 8_192;

  private final List<PathPattern> open;
  private final TokenReader reader;
  private final Cache<String, Session> checked =
      Caffeine.newBuilder().maximumSize(KEPT_TOKENS).expireAfterWrite(KEPT_FOR).build();

  AccessFilter(TokenReader reader, List<String> openPaths) {
    this.reader = reader;
    this.open =
        Stream.concat(ALWAYS_OPEN.stream(), openPaths.stream())
            .map(PathPatternParser.defaultInstance::parse)
            .toList();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!isPlain(exchange.getRequest().getPath().value())) {
      return Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
    String token = token(exchange);
    if (token == null) {
      return isOpen(exchange)
          ? chain.filter(exchange)
          : Mono.error(AccessException.unauthenticated());
    }
    Session kept = checked.getIfPresent(token);
    if (kept != null) {
      if (Instant.now().isAfter(kept.expiresAt())) {
        checked.invalidate(token);
        return Mono.error(AccessException.tokenExpired());
      }
      kept.bind(exchange);
      return chain.filter(exchange);
    }
    return Mono.fromCallable(() -> reader.read(token))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(session -> {
          checked.put(token, session);
          session.bind(exchange);
          return chain.filter(exchange);
        });
  }

  /**
   * No path that another reader on the way could understand differently: no dots that climb, no
   * hidden slashes, no parameters, nothing encoded twice. The server has checked the headers.
   */
  static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      char next = i + 1 < path.length() ? path.charAt(i + 1) : '/';
      if (c == ';' || c == '\\' || c < ' ' || c == '/' && next == '/' && i + 1 < path.length()) {
        return false;
      }
      if (c == '/' && next == '.' && isDots(path, i + 1)) {
        return false;
      }
      if (c == '%' && isHidden(path, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDots(String path, int from) {
    int end = path.indexOf('/', from);
    String element = path.substring(from, end < 0 ? path.length() : end);
    return element.equals(".") || element.equals("..");
  }

  /** Encoded slash, backslash, dot, semicolon, percent or control character. */
  private static boolean isHidden(String path, int percent) {
    if (percent + 2 >= path.length()) {
      return true;
    }
    String code = path.substring(percent + 1, percent + 3).toLowerCase(Locale.ROOT);
    return code.charAt(0) == '0' || code.charAt(0) == '1' || HIDDEN.contains(code);
  }

  private static @Nullable String token(ServerWebExchange exchange) {
    String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return null;
    }
    return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
            && header.length() <= TOKEN_CHARS_MAX
        ? header.substring(BEARER.length()).strip()
        : "";
  }

  private boolean isOpen(ServerWebExchange exchange) {
    PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
    for (var pattern : open) {
      if (pattern.matches(path)) {
        return true;
      }
    }
    return false;
  }
}
