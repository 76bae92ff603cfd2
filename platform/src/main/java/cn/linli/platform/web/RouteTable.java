package cn.linli.platform.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * The lines of one table. Candidates are found by method and number of path elements, so a long
 * table costs no more than a short one.
 */
public final class RouteTable implements RouterFunction<ServerResponse> {

  record Entry(Route route, Exchange exchange) {}

  private record Key(HttpMethod method, int elements) {}

  private record Candidate(PathPattern pattern, Entry entry) {}

  private final List<Entry> entries;
  private final Map<Key, List<Candidate>> candidates = new HashMap<>();

  RouteTable(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    var parser = new PathPatternParser();
    for (var entry : entries) {
      var key = new Key(entry.route().method(), elements(entry.route().pattern()));
      var candidate = new Candidate(parser.parse(entry.route().pattern()), entry);
      var list = candidates.computeIfAbsent(key, _ -> new ArrayList<>());
      if (list.stream().anyMatch(other -> other.pattern().equals(candidate.pattern()))) {
        throw new IllegalArgumentException("twice in the table: " + entry.route().pattern());
      }
      list.add(candidate);
      list.sort(Comparator.comparing(Candidate::pattern));
    }
  }

  public List<Route> routes() {
    return entries.stream().map(Entry::route).toList();
  }

  @Override
  public Mono<HandlerFunction<ServerResponse>> route(ServerRequest request) {
    PathContainer path = withoutLastSlash(request.requestPath().pathWithinApplication());
    int elements = elements(path.value());
    for (var candidate : candidates.getOrDefault(new Key(request.method(), elements), List.of())) {
      var match = candidate.pattern().matchAndExtract(path);
      if (match != null) {
        var exchange = candidate.entry().exchange();
        var variables = match.getUriVariables();
        return Mono.just(it -> exchange.handle(it, variables));
      }
    }
    return Mono.empty();
  }

  /** Methods that the path has in this table; empty: the path is not here. */
  Set<String> methods(PathContainer asked) {
    PathContainer path = withoutLastSlash(asked);
    int elements = elements(path.value());
    var methods = new TreeSet<String>();
    candidates.forEach((key, list) -> {
      if (key.elements() == elements
          && list.stream().anyMatch(each -> each.pattern().matches(path))) {
        methods.add(key.method().name());
      }
    });
    return methods;
  }

  @Override
  public void accept(RouterFunctions.Visitor visitor) {
    visitor.unknown(this);
  }

  private static PathContainer withoutLastSlash(PathContainer path) {
    String value = path.value();
    return value.length() > 1 && value.endsWith("/")
        ? PathContainer.parsePath(value.substring(0, value.length() - 1))
        : path;
  }

  private static int elements(String path) {
    int elements = 0;
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '/') {
        elements++;
      }
    }
    return elements;
  }
}
