package cn.linli.petition.importing;

import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Flux;

/** The file of a request, as the body itself or as the one file of a form, while it comes in. */
final class Upload {

  private static final int BUFFERS_AHEAD_MAX = 16;

  private static final List<MediaType> TYPES =
      List.of(
          MediaType.parseMediaType("text/csv"),
          MediaType.parseMediaType("application/csv"),
          MediaType.APPLICATION_NDJSON,
          MediaType.parseMediaType("application/ndjson"),
          MediaType.parseMediaType(
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          MediaType.APPLICATION_OCTET_STREAM);

  private Upload() {}

  /** Blocking to read; the sender is held back while nobody reads. */
  static InputStream open(ServerRequest request) {
    MediaType type = request.headers().contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
    if (type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)) {
      return DataBufferUtils.subscriberInputStream(file(request), BUFFERS_AHEAD_MAX);
    }
    if (TYPES.stream().noneMatch(type::isCompatibleWith)) {
      throw new ProblemException(Problem.of(415, "unsupported-media-type"));
    }
    return DataBufferUtils.subscriberInputStream(
        request.bodyToFlux(DataBuffer.class), BUFFERS_AHEAD_MAX);
  }

  private static Flux<DataBuffer> file(ServerRequest request) {
    var filesEnded = new AtomicInteger();
    return request
        .bodyToFlux(PartEvent.class)
        .<DataBuffer>handle((event, sink) -> {
          if (!(event instanceof FilePartEvent)) {
            DataBufferUtils.release(event.content());
          } else if (filesEnded.get() > 0) {
            DataBufferUtils.release(event.content());
            sink.error(new BadFile("one-file-only", null));
          } else {
            if (event.isLast()) {
              filesEnded.incrementAndGet();
            }
            sink.next(event.content());
          }
        });
  }
}
