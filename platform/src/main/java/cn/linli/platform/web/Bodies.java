package cn.linli.platform.web;

import java.util.Map;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Takes the bytes of a body from the wire, so many and no more. */
final class Bodies {

  private static final byte[] NONE = {};

  private Bodies() {}

  static Mono<byte[]> read(ServerHttpRequest request, int bytesMax) {
    var headers = request.getHeaders();
    if (headers.getContentLength() > bytesMax) {
      return Mono.error(tooLarge(bytesMax));
    }
    if (headers.getContentLength() == 0) {
      return Mono.just(NONE);
    }
    MediaType type = headers.getContentType();
    if (type != null && !isJson(type)) {
      return Mono.error(new ProblemException(Problem.of(415, "unsupported-media-type")));
    }
    return DataBufferUtils.join(request.getBody(), bytesMax)
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

  private static ProblemException tooLarge(int bytesMax) {
    return new ProblemException(Problem.of(413, "body-too-large", Map.of("bytesMax", bytesMax)));
  }
}
