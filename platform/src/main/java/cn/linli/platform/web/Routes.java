package cn.linli.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * The route table of one capability. Everything around a handler is said here once: token, role,
 * strict body, idempotency, version, problem replies, correlation, the published contract.
 *
 * <pre>{@code
 * @Bean
 * RouteTable handling(Web web, PetitionResource resource, Handling handling) {
 *   return Routes.under("/api/v1/petitions", web)
 *       .resource(PetitionReply.class, resource)
 *       .post("", Submit.class, by(RESIDENT, HOTLINE_OPERATOR), handling::submit)
 *       .post("/{id}/escalate", Escalate.class, by(GRID_WORKER), handling::escalate)
 *       .get("/{id}", PetitionReply.class, anyone(), queries::one)
 *       .list("", PetitionReply.class, anyone(), List.of("division", "status"), queries::all)
 *       .build();
 * }
 * }</pre>
 */
public final class Routes {

  private record Line(Route route, Function<Route, Exchange> exchange) {}

  private final String prefix;
  private final Web web;
  private final List<Line> lines = new ArrayList<>();
  private @Nullable Resource<?> resource;
  private @Nullable Class<?> resourceType;

  private Routes(String prefix, Web web) {
    this.prefix = prefix;
    this.web = web;
  }

  public static Routes under(String prefix, Web web) {
    return new Routes(prefix, web);
  }

  /** What the commands after this line answer with. */
  public <R> Routes resource(Class<R> reply, Resource<R> shownBy) {
    resource = shownBy;
    resourceType = reply;
    return this;
  }

  /** A command: {@code Idempotency-Key}, {@code If-Match}, one commit, the resource as reply. */
  public <B> Routes post(String path, Class<B> body, Roles roles, CommandHandler<B> handler) {
    return post(path, body, roles, List.of(), handler);
  }

  /**
   * A command on what the query string names too.
   *
   * @param parameters names allowed in the query string; others are refused
   */
  public <B> Routes post(
      String path, Class<B> body, Roles roles, List<String> parameters, CommandHandler<B> handler) {
    if (resource == null) {
      throw new IllegalStateException("say resource(…) before the first command");
    }
    Resource<?> shownBy = resource;
    var route =
        new Route(
            Route.Kind.COMMAND,
            HttpMethod.POST,
            prefix + path,
            body,
            resourceType,
            List.copyOf(parameters),
            roles,
            "");
    lines.add(
        new Line(
            route,
            it -> new CommandExchange<>(web, it, prefix, web.strictBody(body), handler, shownBy)));
    return this;
  }

  /** A command whose name says all. */
  public Routes post(String path, Roles roles, CommandHandler<NoBody> handler) {
    return post(path, NoBody.class, roles, handler);
  }

  /** A command that must have a key: 400 {@code idempotency-key-required} without. */
  public <B> Routes postWithKey(
      String path, Class<B> body, Roles roles, CommandHandler<B> handler) {
    return post(
        path,
        body,
        roles,
        call -> {
          if (!call.keyed()) {
            throw new ProblemException(Problem.of(400, "idempotency-key-required"));
          }
          return handler.command(call);
        });
  }

  public Routes get(String path, Class<?> reply, Roles roles, QueryHandler<NoBody> handler) {
    return get(path, reply, roles, List.of(), handler);
  }

  /**
   * @param parameters names allowed in the query string; others are refused
   */
  public Routes get(
      String path,
      Class<?> reply,
      Roles roles,
      List<String> parameters,
      QueryHandler<NoBody> handler) {
    return query(Route.Kind.QUERY, HttpMethod.GET, path, reply, roles, parameters, handler);
  }

  /** A list: {@code limit} and {@code after} come with it; the handler answers a {@link Page}. */
  public Routes list(
      String path, Class<?> item, Roles roles, List<String> filters, QueryHandler<NoBody> handler) {
    var parameters = new ArrayList<>(filters);
    parameters.addAll(List.of("limit", "after"));
    return query(Route.Kind.LIST, HttpMethod.GET, path, item, roles, parameters, handler);
  }

  private Routes query(
      Route.Kind kind,
      HttpMethod method,
      String path,
      Class<?> reply,
      Roles roles,
      List<String> parameters,
      QueryHandler<NoBody> handler) {
    var route =
        new Route(kind, method, prefix + path, null, reply, List.copyOf(parameters), roles, "");
    var noBody = web.strictBody(NoBody.class);
    lines.add(new Line(route, it -> new QueryExchange<>(web, it, noBody, handler)));
    return this;
  }

  /** A read that needs a body ({@code query}, {@code unmask}): no key, nothing is remembered. */
  public <B> Routes read(
      String path, Class<B> body, Class<?> reply, Roles roles, QueryHandler<B> handler) {
    var route = route(Route.Kind.QUERY, HttpMethod.POST, path, body, reply, roles);
    lines.add(new Line(route, it -> new QueryExchange<>(web, it, web.strictBody(body), handler)));
    return this;
  }

  /** What is no single JSON body, in or out. */
  public Routes raw(HttpMethod method, String path, Roles roles, RawHandler handler) {
    var route = route(Route.Kind.RAW, method, path, null, null, roles);
    lines.add(new Line(route, it -> new RawExchange(it, handler)));
    return this;
  }

  /**
   * A short table as CSV, at most 16 MB.
   *
   * @param parameters names allowed in the query string; others are refused
   */
  public Routes file(
      String path, Class<?> reply, Roles roles, List<String> parameters, FileHandler handler) {
    var route =
        new Route(
            Route.Kind.RAW,
            HttpMethod.POST,
            prefix + path,
            null,
            reply,
            List.copyOf(parameters),
            roles,
            "");
    lines.add(new Line(route, it -> new FileExchange(web, it, handler)));
    return this;
  }

  /** One sentence on the line before, for the published contract. */
  public Routes about(String sentence) {
    Line last = lines.removeLast();
    Route it = last.route();
    lines.add(
        new Line(
            new Route(
                it.kind(),
                it.method(),
                it.pattern(),
                it.body(),
                it.reply(),
                it.parameters(),
                it.roles(),
                sentence),
            last.exchange()));
    return this;
  }

  public RouteTable build() {
    return new RouteTable(
        lines.stream()
            .map(line -> new RouteTable.Entry(line.route(), line.exchange().apply(line.route())))
            .toList());
  }

  private Route route(
      Route.Kind kind,
      HttpMethod method,
      String path,
      @Nullable Class<?> body,
      @Nullable Class<?> reply,
      Roles roles) {
    return new Route(kind, method, prefix + path, body, reply, List.of(), roles, "");
  }
}
