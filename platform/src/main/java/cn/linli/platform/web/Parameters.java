package cn.linli.platform.web;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Reads the query string: only names that the route declares, each at most once. */
final class Parameters {

  private Parameters() {}

  static Map<String, String> read(
      Route route, ServerHttpRequest request, ProblemTexts texts, Language language) {
    var parameters = new TreeMap<String, String>();
    request
        .getQueryParams()
        .forEach((name, values) -> {
          if (!route.parameters().contains(name)) {
            throw bad(name, "unknown-parameter", texts, language);
          }
          if (values.size() > 1) {
            throw bad(name, "duplicate", texts, language);
          }
          parameters.put(name, values.getFirst() == null ? "" : values.getFirst());
        });
    return parameters;
  }

  private static ProblemException bad(
      String name, String key, ProblemTexts texts, Language language) {
    return new ProblemException(Problem.badField(name, texts.violation(key, Map.of(), language)));
  }
}
