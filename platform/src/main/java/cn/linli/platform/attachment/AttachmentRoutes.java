package cn.linli.platform.attachment;

import static cn.linli.platform.web.Roles.anyone;

import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Session;
import cn.linli.platform.attachment.Attachments.Found;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import java.net.URI;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * {@code POST /api/v1/attachments} and {@code GET /api/v1/attachments/{id}}; under another path
 * where another service has that one.
 */
final class AttachmentRoutes {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final String path;
  private final Attachments attachments;
  private final AttachmentUploads uploads;
  private final AttachmentAccess access;
  private final Scheduler blocking;

  AttachmentRoutes(
      String path,
      Attachments attachments,
      AttachmentUploads uploads,
      AttachmentAccess access,
      Scheduler blocking) {
    this.path = path;
    this.attachments = attachments;
    this.uploads = uploads;
    this.access = access;
    this.blocking = blocking;
  }

  RouteTable table(Web web) {
    return Routes.under(path, web)
        .raw(
            HttpMethod.POST,
            "",
            anyone(),
            (request, session) ->
                uploads.store(request, caller(session.orElseThrow()).mark()).flatMap(this::created))
        .about("One file as part \"file\" of a form; its id is named where evidence is asked for.")
        .raw(
            HttpMethod.GET,
            "/{id}",
            anyone(),
            (request, session) ->
                Mono.fromCallable(
                        () -> readable(request.pathVariable("id"), caller(session.orElseThrow())))
                    .subscribeOn(blocking)
                    .flatMap(this::content))
        .about("The file, for those who may read its case; before that for who uploaded it.")
        .build();
  }

  private static Caller caller(Session session) {
    return session.caller();
  }

  private Mono<ServerResponse> created(Attachment attachment) {
    return ServerResponse.created(URI.create(path + "/" + attachment.id())).bodyValue(attachment);
  }

  /** What a caller may not read does not exist for them. */
  private Found readable(String id, Caller caller) {
    var found =
        attachments
            .find(id)
            .filter(file ->
                file.caseKey() == null
                    ? file.owner().equals(caller.mark())
                    : access.mayRead(caller, file.caseKey(), file.attachment().id()))
            .orElseThrow(() -> new ProblemException(Problem.notFound()));
    if (found.erased()) {
      throw AttachmentProblems.erased();
    }
    return found;
  }

  /** Always as a download: what people upload is never shown as a page of ours. */
  private Mono<ServerResponse> content(Found found) {
    var file = found.attachment();
    var bytes =
        DataBufferUtils.readInputStream(
                () -> attachments.read(found),
                DefaultDataBufferFactory.sharedInstance,
                BUFFER_BYTES)
            .subscribeOn(blocking);
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .contentLength(file.bytes())
        .eTag("\"" + file.sha256() + "\"")
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.%s\""
                .formatted(file.id(), FileType.extensionOf(file.mediaType())))
        .header("X-Content-Type-Options", "nosniff")
        .body(BodyInserters.fromDataBuffers(bytes));
  }
}
