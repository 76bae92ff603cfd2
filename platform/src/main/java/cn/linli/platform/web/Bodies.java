package cn.linli.platform.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Takes the bytes of a body from the wire, so many and no more. */
public final class Bodies {

  /** Of a body that is too large anyway: who sends more than this is cut off. */
  private static final long DRAINED_BYTES_MAX = 64L * 1024 * 1024;

  /** What mostly comes with the headers: no clock is set for it. */
  private static final int AT_ONCE_BYTES_MAX = 16 * 1024;

  private static final Duration SENDING_MAX = Duration.ofSeconds(30);

  private static final Duration DRAINING_MAX = Duration.ofSeconds(20);

  private static final byte[] NONE = {};

  private Bodies() {}

  static Mono<byte[]> read(ServerHttpRequest request, int bytesMax) {
    return read(request, bytesMax, Bodies::isJson, SENDING_MAX);
  }

  /**
   * @param sendingMax how long the sender may take
   */
  static Mono<byte[]> read(
      ServerHttpRequest request, int bytesMax, Predicate<MediaType> accepted, Duration sendingMax) {
    var headers = request.getHeaders();
    if (headers.getContentLength() > bytesMax) {
      return refuseTooLarge(request, bytesMax);
    }
    if (headers.getContentLength() == 0) {
      return drain(request).thenReturn(NONE);
    }
    MediaType type = headers.getContentType();
    if (type != null && !accepted.test(type)) {
      return Mono.error(new ProblemException(Problem.of(415, "unsupported-media-type")));
    }
    Mono<DataBuffer> joined = DataBufferUtils.join(request.getBody(), bytesMax);
    long length = headers.getContentLength();
    boolean arrivesAtOnce = length >= 0 && length <= AT_ONCE_BYTES_MAX;
    return (arrivesAtOnce ? joined : joined.timeout(sendingMax, Mono.error(Bodies::tooSlow)))
        .map(buffer -> {
          var bytes = new byte[buffer.readableByteCount()];
          buffer.read(bytes);
          DataBufferUtils.release(buffer);
          return bytes;
        })
        .onErrorMap(DataBufferLimitException.class, _ -> tooLarge(bytesMax))
        .defaultIfEmpty(NONE);
  }

  private static boolean isJson(MediaType type) {
    return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
        || "json".equals(type.getSubtypeSuffix());
  }

  /**
   * 413, after the body was let run out: a client that is still sending would never read a reply
   * that comes before its end.
   */
  public static <T> Mono<T> refuseTooLarge(ServerHttpRequest request, long bytesMax) {
    return drain(request).then(Mono.error(() -> tooLarge(bytesMax)));
  }

  /**
   * Lets a body run out unread; one that was read already has. Also one that is empty or that
   * nobody spoke of: an answer that overtakes the end of its request leaves the server waiting for
   * that end, and the next request on the connection is never answered.
   */
  static Mono<Void> drain(ServerHttpRequest request) {
    var drained = new AtomicLong();
    return request
        .getBody()
        .takeUntil(buffer -> {
          long sum = drained.addAndGet(buffer.readableByteCount());
          DataBufferUtils.release(buffer);
          return sum > DRAINED_BYTES_MAX;
        })
        .then()
        .timeout(DRAINING_MAX, Mono.empty())
        .onErrorComplete();
  }

  private static ProblemException tooSlow() {
    return new ProblemException(Problem.of(408, "body-too-slow"));
  }

  private static ProblemException tooLarge(long bytesMax) {
    return new ProblemException(Problem.of(413, "body-too-large", Map.of("bytesMax", bytesMax)));
  }
}
