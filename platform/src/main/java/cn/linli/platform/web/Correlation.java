package cn.linli.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * {@code X-Correlation-Id}: taken from the request where it is sane, else new; echoed; carried to
 * every event that follows. First of all filters, so that every reply has it.
 */
public final class Correlation implements WebFilter, Ordered {

  public static final String HEADER = "X-Correlation-Id";

  /** Name in the log context. */
  static final String LOG_KEY = "correlation";

  private static final String ATTRIBUTE = Correlation.class.getName();
  private static final int CHARS_MAX = 64;

  private final Ids ids;

  Correlation(Ids ids) {
    this.ids = ids;
  }

  /** The id of the request; every request has one. */
  public static String of(ServerWebExchange exchange) {
    return exchange.getRequiredAttribute(ATTRIBUTE);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String given = exchange.getRequest().getHeaders().getFirst(HEADER);
    String id = isSane(given) ? given : ids.timeOrdered();
    exchange.getAttributes().put(ATTRIBUTE, id);
    exchange.getResponse().getHeaders().set(HEADER, id);
    return chain.filter(exchange);
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 10;
  }

  private static boolean isSane(@Nullable String id) {
    if (id == null || id.isEmpty() || id.length() > CHARS_MAX) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!plain && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }
}
