package cn.linli.platform.web;

import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Session;
import cn.linli.platform.commit.Outcome;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Handles a command: read, check, decide and commit, show. */
final class CommandExchange<B> implements Exchange {

  /** Each is a little later than the one before; then the caller is told. */
  private static final int ATTEMPTS_MAX = 12;

  private static final long PAUSE_MILLIS_MIN = 10;
  private static final long PAUSE_MILLIS_MAX = 1_000;

  private final Web web;
  private final Route route;
  private final String prefix;
  private final StrictBody<B> strictBody;
  private final CommandHandler<B> handler;
  private final Resource<?> resource;

  CommandExchange(
      Web web,
      Route route,
      String prefix,
      StrictBody<B> strictBody,
      CommandHandler<B> handler,
      Resource<?> resource) {
    this.web = web;
    this.route = route;
    this.prefix = prefix;
    this.strictBody = strictBody;
    this.handler = handler;
    this.resource = resource;
  }

  @Override
  public Mono<ServerResponse> handle(ServerRequest request, Map<String, String> path) {
    var exchange = request.exchange();
    Optional<Session> session = Session.of(exchange);
    Caller caller = Admission.check(route.roles(), session);
    HttpHeaders headers = exchange.getRequest().getHeaders();
    String key = CommandHeaders.key(headers);
    Long ifMatch = CommandHeaders.ifMatch(headers);
    var language = Language.of(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    String correlation = Correlation.of(exchange);
    var parameters = Parameters.read(route, exchange.getRequest(), web.texts(), language);
    String resourcePath =
        exchange.getRequest().getPath().value() + (parameters.isEmpty() ? "" : parameters);
    return Bodies.read(exchange.getRequest(), web.bodyBytesMax())
        .flatMap(bytes ->
            web.commands()
                .run(
                    correlation,
                    () -> {
                      B body = strictBody.read(bytes, language, session);
                      session.ifPresent(it -> checkPlace(body, it));
                      return answer(
                          new Call<>(
                              body,
                              path,
                              parameters,
                              caller,
                              commandId(key, caller, resourcePath),
                              key != null,
                              web.hash().of("input", strictBody.canonical(body)),
                              ifMatch,
                              correlation,
                              language,
                              web.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                              web.ids(),
                              subject -> web.mark(Session.required(exchange).issuer(), subject)));
                    }));
  }

  private void checkPlace(B body, Session session) {
    if (body instanceof InDivision placed) {
      if (!web.isKnown(placed.division())) {
        throw new ProblemException(Problem.of(422, "unknown-division"));
      }
      session.caller().mustCover(placed.division());
    }
  }

  /** {@code c}: scope is principal, method, route and resource. */
  private String commandId(@Nullable String key, Caller caller, String resourcePath) {
    return key == null
        ? web.ids().timeOrdered()
        : web.hash()
            .of(
                "command",
                caller.mark(),
                route.method().name(),
                route.pattern(),
                resourcePath,
                key);
  }

  private CompletableFuture<ServerResponse> answer(Call<B> call) {
    return attempt(call, 1).thenApply(outcome -> reply(outcome, call));
  }

  /**
   * A version that the caller did not name is the handler's own: whoever came between makes it
   * prepare again, on a thread that may wait. Source: outer contract, "internal conflicts are
   * retried".
   */
  private CompletableFuture<Outcome> attempt(Call<B> call, int times) {
    return web.gate()
        .submit(handler.command(call))
        .thenCompose(outcome ->
            outcome instanceof Outcome.VersionConflict
                    && call.ifMatch() == null
                    && times < ATTEMPTS_MAX
                ? CompletableFuture.completedFuture(call)
                    .thenComposeAsync(
                        again -> attempt(again, times + 1),
                        CompletableFuture.delayedExecutor(
                            pauseMillis(times), TimeUnit.MILLISECONDS, Thread::startVirtualThread))
                : CompletableFuture.completedFuture(outcome));
  }

  /** Longer each time: what comes between may come in a row, as notices to many parties do. */
  private static long pauseMillis(int times) {
    long most = Math.min(PAUSE_MILLIS_MAX, PAUSE_MILLIS_MIN << times);
    return ThreadLocalRandom.current().nextLong(most / 2, most);
  }

  private ServerResponse reply(Outcome outcome, Call<B> call) {
    if (!(outcome instanceof Outcome.Done done)) {
      throw new ProblemException(Problem.of(outcome));
    }
    var headers = new HashMap<String, String>();
    headers.put(HttpHeaders.ETAG, CommandHeaders.etag(done.version()));
    if (done.status() == 201) {
      headers.put(HttpHeaders.LOCATION, prefix + "/" + resource.id(done));
    }
    if (done.hit()) {
      headers.put(CommandHeaders.IDEMPOTENCY_HIT, "true");
    }
    return Replies.json(done.status(), shown(done, call), headers);
  }

  private Object shown(Outcome.Done done, Call<B> call) {
    Object now =
        done.hit()
            ? resource.earlier(done, call.caller(), call.language())
            : resource.afterCommit(done, call);
    return now == null ? new Receipt(resource.id(done), done.version()) : now;
  }
}
