package cn.linli.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * One line of a route table, as the published contract tells it.
 *
 * @param pattern the whole path, variables in braces
 * @param body null: none
 * @param reply null: not JSON, or said by {@code about}
 * @param parameters names allowed in the query string
 * @param about one sentence
 */
public record Route(
    Kind kind,
    HttpMethod method,
    String pattern,
    @Nullable Class<?> body,
    @Nullable Class<?> reply,
    List<String> parameters,
    Roles roles,
    String about) {

  /** Who may call it; empty: every role. */
  public List<String> roleNames() {
    return roles.wire();
  }

  /** Whether it needs no token. */
  public boolean isOpen() {
    return roles.isOpen();
  }

  /** What a route does. */
  public enum Kind {
    COMMAND,
    QUERY,
    LIST,
    RAW
  }
}
