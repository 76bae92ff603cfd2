package cn.linli.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The two headers by which a caller makes a command safe to repeat and safe against others. */
final class CommandHeaders {

  static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  static final String IDEMPOTENCY_HIT = "Idempotency-Hit";

  private static final int KEY_CHARS_MAX = 128;

  private CommandHeaders() {}

  static @Nullable String key(HttpHeaders headers) {
    String key = headers.getFirst(IDEMPOTENCY_KEY);
    if (key != null && (key.isBlank() || key.length() > KEY_CHARS_MAX)) {
      throw new ProblemException(Problem.of(400, "invalid-idempotency-key"));
    }
    return key;
  }

  /** {@code "7"}, or {@code *} for any. */
  static @Nullable Long ifMatch(HttpHeaders headers) {
    String tag = headers.getFirst(HttpHeaders.IF_MATCH);
    if (tag == null || tag.equals("*")) {
      return null;
    }
    try {
      if (tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"")) {
        return Long.parseLong(tag, 1, tag.length() - 1, 10);
      }
    } catch (NumberFormatException notAVersion) {
      // answered below
    }
    throw new ProblemException(Problem.of(400, "invalid-if-match"));
  }

  static String etag(long version) {
    return "\"" + version + "\"";
  }
}
