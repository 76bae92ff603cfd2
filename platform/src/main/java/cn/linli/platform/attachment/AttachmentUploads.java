package cn.linli.platform.attachment;

import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

/** Takes one file out of a multipart form, as it comes in: nothing is kept on disk or whole. */
public final class AttachmentUploads {

  private static final String PART = "file";
  private static final int AT_ONCE_MAX = 16;
  private static final int BUFFERS_AHEAD = 4;

  /** 20 MB over a line of 2 Mbit/s, and some patience. */
  private static final Duration LONGEST = Duration.ofSeconds(120);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  /** Boundaries and headers of a form around the file. */
  private static final long FORM_BYTES_MAX = 64 * 1024;

  private final Attachments attachments;
  private final Scheduler blocking;
  private final Semaphore free = new Semaphore(AT_ONCE_MAX);

  AttachmentUploads(Attachments attachments, Scheduler blocking) {
    this.attachments = attachments;
    this.blocking = blocking;
  }

  /**
   * @param owner who may name the file afterwards: the caller's mark
   */
  public Mono<Attachment> store(ServerRequest request, String owner) {
    var headers = request.headers();
    if (headers.contentLength().orElse(0) > Attachments.MAX_BYTES + FORM_BYTES_MAX) {
      return Mono.error(AttachmentProblems.tooLarge());
    }
    if (headers.contentType().filter(MediaType.MULTIPART_FORM_DATA::includes).isEmpty()) {
      return Mono.error(AttachmentProblems.notOneFile());
    }
    return Mono.defer(() -> storeWhenFree(request, owner));
  }

  private Mono<Attachment> storeWhenFree(ServerRequest request, String owner) {
    if (!free.tryAcquire()) {
      return Mono.error(
          new ProblemException(new Problem(503, "overloaded", Map.of(), List.of(), RETRY_AFTER)));
    }
    return request
        .bodyToFlux(PartEvent.class)
        .switchOnFirst((first, events) ->
            first.get() instanceof FilePartEvent file && file.name().equals(PART)
                ? store(file, events, owner)
                : events
                    .doOnNext(event -> DataBufferUtils.release(event.content()))
                    .thenMany(Mono.error(AttachmentProblems.notOneFile())))
        .next()
        .switchIfEmpty(Mono.error(AttachmentProblems.notOneFile()))
        .timeout(LONGEST, Mono.error(AttachmentProblems::tooSlow))
        .doFinally(_ -> free.release());
  }

  private Flux<Attachment> store(FilePartEvent file, Flux<PartEvent> events, String owner) {
    var type = file.headers().getContentType();
    Flux<DataBuffer> content = events.handle(new FileOnly());
    return Mono.fromCallable(
            () -> {
              try (var in = DataBufferUtils.subscriberInputStream(content, BUFFERS_AHEAD)) {
                try {
                  return attachments.store(type == null ? "" : type.toString(), in, owner);
                } catch (ProblemException refused) {
                  in.skip(Attachments.MAX_BYTES);
                  throw refused;
                }
              }
            })
        .subscribeOn(blocking)
        .flux();
  }

  /**
   * Lets the content of the first part through. The rest of the form is read away, never cancelled:
   * a cancelled parser takes back buffers that are still being read.
   */
  private static final class FileOnly
      implements BiConsumer<PartEvent, SynchronousSink<DataBuffer>> {

    private boolean ended;
    private long bytesAfter;

    @Override
    public void accept(PartEvent event, SynchronousSink<DataBuffer> sink) {
      if (!ended) {
        ended = event.isLast();
        sink.next(event.content());
        return;
      }
      bytesAfter += event.content().readableByteCount();
      DataBufferUtils.release(event.content());
      if (bytesAfter > FORM_BYTES_MAX) {
        sink.error(AttachmentProblems.notOneFile());
      }
    }
  }
}
