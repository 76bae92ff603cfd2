package cn.linli.petition.importing;

import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Session;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.job.FileTooLarge;
import cn.linli.platform.job.Job;
import cn.linli.platform.job.Jobs;
import cn.linli.platform.job.RejectedRow;
import cn.linli.platform.web.Correlation;
import cn.linli.platform.web.Ids;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.ProblemTexts;
import cn.linli.platform.web.RawHandler;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /api/v1/petitions/import}. */
final class ImportEndpoint implements RawHandler, AutoCloseable {

  /** What a caller may wait for; more is a job. */
  static final int ROWS_AT_ONCE_MAX = 5_000;

  /** Each holds a few buffers and a window of commands. */
  private static final int UPLOADS_AT_ONCE_MAX = 4;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final Jobs jobs;
  private final Importer importer;
  private final Divisions divisions;
  private final ProblemTexts texts;
  private final Ids ids;
  private final Semaphore free = new Semaphore(UPLOADS_AT_ONCE_MAX);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("import-", 0).factory());

  ImportEndpoint(Jobs jobs, Importer importer, Divisions divisions, ProblemTexts texts, Ids ids) {
    this.jobs = jobs;
    this.importer = importer;
    this.divisions = divisions;
    this.texts = texts;
    this.ids = ids;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request, Optional<Session> session) {
    Caller caller = session.orElseThrow().caller();
    DivisionCode division = division(request, caller);
    if (!free.tryAcquire()) {
      return Mono.error(
          new ProblemException(new Problem(503, "overloaded", Map.of(), List.of(), RETRY_AFTER)));
    }
    InputStream file;
    try {
      file = Upload.open(request);
    } catch (RuntimeException e) {
      free.release();
      throw e;
    }
    return Mono.<Answer>create(
            sink -> {
              var running =
                  threads.submit(() -> {
                    try (file) {
                      sink.success(take(request, caller, division, file));
                    } catch (Exception | LinkageError e) {
                      sink.error(problem(e));
                    } finally {
                      free.release();
                    }
                  });
              sink.onDispose(() -> running.cancel(true));
            })
        .flatMap(Answer::response);
  }

  private record Answer(int status, @Nullable String location, Object body) {
    Mono<ServerResponse> response() {
      var response = ServerResponse.status(status).contentType(MediaType.APPLICATION_JSON);
      if (location != null) {
        response.header(HttpHeaders.LOCATION, location);
      }
      return response.bodyValue(body);
    }
  }

  private @Nullable DivisionCode division(ServerRequest request, Caller caller) {
    var unknown = new ProblemException(Problem.of(422, "unknown-division"));
    DivisionCode division =
        request
            .queryParam("division")
            .map(text -> DivisionCode.parse(text).orElseThrow(() -> unknown))
            .orElse(null);
    if (division != null) {
      if (!divisions.now().isKnown(division)) {
        throw unknown;
      }
      caller.mustCover(division);
    }
    return division;
  }

  private Answer take(
      ServerRequest request, Caller caller, @Nullable DivisionCode division, InputStream file)
      throws Exception {
    String correlation = Correlation.of(request.exchange());
    String id = ids.timeOrdered();
    Job job =
        jobs.receive(
            id, Importer.KIND, caller, Importer.parameters(caller, division, correlation), file);
    boolean queued = false;
    try {
      boolean async = request.headers().header("Prefer").contains("respond-async");
      if (importer.hasMoreRowsThan(job, ROWS_AT_ONCE_MAX) || async) {
        jobs.queue(job);
        queued = true;
        return new Answer(202, "/api/v1/jobs/" + id, Map.of("id", id, "status", "queued"));
      }
      return new Answer(200, null, reply(importer.runNow(job), language(request)));
    } finally {
      if (!queued) {
        jobs.remove(job);
      }
    }
  }

  private static Language language(ServerRequest request) {
    return Language.of(request.headers().firstHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private ImportReply reply(Tally tally, Language language) {
    var counts = tally.counts();
    return new ImportReply(
        counts.get("accepted"),
        counts.get("duplicates"),
        counts.get("quarantined"),
        tally.drainRejected().stream().map(row -> show(row, language)).toList());
  }

  private ImportReply.Row show(RejectedRow row, Language language) {
    Map<String, Object> details = row.field() == null ? Map.of() : Map.of("field", row.field());
    return new ImportReply.Row(row.row(), row.code(), texts.detail(row.code(), details, language));
  }

  private static Throwable problem(Throwable thrown) {
    return switch (thrown) {
      case BadFile bad ->
          new ProblemException(
              Problem.of(
                  422, bad.code(), bad.field() == null ? Map.of() : Map.of("field", bad.field())));
      case FileTooLarge large ->
          new ProblemException(
              Problem.of(413, "body-too-large", Map.of("bytesMax", large.bytesMax())));
      default -> thrown;
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
