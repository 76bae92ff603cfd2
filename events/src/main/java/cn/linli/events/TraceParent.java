package cn.linli.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A W3C {@code traceparent} that follows from the correlation id alone. The same matter is thereby
 * the same trace in every service, also weeks later, without a trace context in the journal.
 */
final class TraceParent {

  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;
  private static final HexFormat HEX = HexFormat.of();

  private TraceParent() {}

  static String of(String correlation, String eventId) {
    return "00-" + hex(correlation, TRACE_BYTES) + "-" + hex(eventId, SPAN_BYTES) + "-01";
  }

  private static String hex(String text, int bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HEX.formatHex(digest, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
