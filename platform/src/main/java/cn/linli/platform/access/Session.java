package cn.linli.platform.access;

import java.time.Instant;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/**
 * A checked token.
 *
 * @param expiresAt when a stream that was opened with it has to end
 */
public record Session(Caller caller, String issuer, Instant expiresAt) {

  private static final String ATTRIBUTE = Session.class.getName();

  /** Empty on a public path that was called without a token. */
  public static Optional<Session> of(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
  }

  /** 401 without a token. */
  public static Session required(ServerWebExchange exchange) {
    Session session = exchange.getAttribute(ATTRIBUTE);
    if (session == null) {
      throw AccessException.unauthenticated();
    }
    return session;
  }

  /** Done by {@link AccessFilter} after its check, by nobody else. */
  void bind(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
  }
}
