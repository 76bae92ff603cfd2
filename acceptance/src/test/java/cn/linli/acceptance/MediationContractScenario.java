package cn.linli.acceptance;

import static cn.linli.acceptance.Person.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The merged contract tells every path of mediation, what it takes, answers and refuses. */
class MediationContractScenario {

  private static final String COMMANDS =
      """
      / /{id}/accept /{id}/refuse /{id}/transfer /{id}/consent /{id}/leave /{id}/withdraw /{id}/join
      /{id}/parties/{party}/code /{id}/parties/{party}/name /{id}/identity
      /{id}/power-of-attorney /{id}/investigation /{id}/session /{id}/session/{n}/reschedule
      /{id}/session/{n}/notice /{id}/session/{n}/record /{id}/caucus /{id}/offers /{id}/helpers
      /{id}/undisputed-facts /{id}/claims/{c}/assess /{id}/claims/{c}/explanation
      /{id}/claims/{c}/explained /{id}/claims/{c}/withdraw /{id}/court-receipt /{id}/extend
      /{id}/fail /{id}/danger /{id}/repeat /{id}/police-report /{id}/risk/acknowledge /{id}/panel
      /{id}/panel/choose /{id}/panel/refuse /{id}/panel/recuse /{id}/panel/replace /{id}/agreement
      /{id}/agreements/{a}/sign /{id}/agreements/{a}/seal /{id}/agreements/{a}/confirmation/apply
      /{id}/agreements/{a}/confirmation/decide /{id}/obligations/{o}/perform
      /{id}/obligations/{o}/miss /{id}/return-visit /{id}/close /{id}/erase /{id}/attachments
      /{id}/hand-over /{id}/hand-over/{h}/receipt
      """;

  private static final String READS =
      """
      / /{id} /{id}/history /{id}/documents /{id}/documents/{form}.pdf /{id}/archive.zip
      /{id}/hand-over /{id}/hand-over/{h}/bundle.zip /{id}/panel/suggest /signing-keys /pathways
      """;

  @Test
  void every_command_and_read_of_a_dispute_is_told() {
    var paths = nobody().absolute("/v3/api-docs").ok().body().path("paths");
    var missing = new ArrayList<String>();
    words(COMMANDS).forEach(path -> missing.addAll(flaws(paths, path, "post")));
    words(READS).forEach(path -> missing.addAll(flaws(paths, path, "get")));
    for (var table : List.of("mechanisms", "pathways")) {
      for (var method : List.of("get", "post")) {
        missing.addAll(told(paths.path("/api/v1/config/" + table), method, table));
      }
    }
    assertThat(missing).isEmpty();
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.strip().split("\\s+"));
  }

  /** Path variables have names of their own there. */
  private static List<String> flaws(JsonNode paths, String path, String method) {
    var wanted = ("/api/v1/disputes" + (path.equals("/") ? "" : path)).replaceAll("\\{\\w+}", "{}");
    for (var each : paths.properties()) {
      if (each.getKey().replaceAll("\\{\\w+}", "{}").equals(wanted)) {
        return told(each.getValue(), method, path);
      }
    }
    return List.of(path + " is not told");
  }

  private static List<String> told(JsonNode path, String method, String name) {
    var told = path.path(method);
    if (told.isMissingNode()) {
      return List.of(method + " " + name + " is not told");
    }
    var flaws = new ArrayList<String>();
    if (told.path("summary").asString("").isBlank()
        && told.path("description").asString("").isBlank()) {
      flaws.add(method + " " + name + " says nothing of itself");
    }
    boolean done =
        Stream.of("200", "201")
            .map(it -> told.path("responses").path(it))
            .anyMatch(
                it -> it.has("content") || it.path("description").asString("").contains("file"));
    if (!done) {
      flaws.add(method + " " + name + " does not say what it answers");
    }
    if (method.equals("post") && !told.path("responses").has("422")) {
      flaws.add(method + " " + name + " does not say what is refused");
    }
    return flaws;
  }
}
