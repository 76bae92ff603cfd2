package cn.linli.standalone.simulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The time bank as the simulator's people use it: every call has a key of its own, the same at
 * every start, so a story that was interrupted is told on and nothing is booked twice.
 */
final class BankStory {

  static final String BANK = "/api/v1/bank";

  private final Api api;
  private final Instant begunAt;
  private final String story;
  private int calls;

  /** The rules said no: the rest of this story is not told. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String path) {
      super(path);
    }
  }

  /**
   * Somebody with a passbook.
   *
   * @param user of the demo issuer
   */
  record Member(String user, String account) {}

  /**
   * @param begunAt the instant the past is told from
   * @param story name of its own, part of every key
   */
  BankStory(Api api, Instant begunAt, String story) {
    this.api = api;
    this.begunAt = begunAt;
    this.story = "demo-bank-" + story;
  }

  Instant ago(int minutes) {
    return begunAt.minus(Duration.ofMinutes(minutes));
  }

  JsonNode post(String user, String path, Object... namesAndValues)
      throws IOException, InterruptedException, Refused {
    var body = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return post(user, BANK + path, body, story + "-" + calls++);
  }

  /** The id of what was made. */
  String made(String user, String path, Object... namesAndValues)
      throws IOException, InterruptedException, Refused {
    return post(user, path, namesAndValues).path("id").asString();
  }

  /** Id of the earliest of a list. */
  String earliest(String user, String path, String time)
      throws IOException, InterruptedException, Refused {
    return api.get(user, BANK + path)
        .flatMap(page ->
            page.path("items")
                .valueStream()
                .min(Comparator.comparing(each -> each.path(time).asString())))
        .map(each -> each.path("id").asString())
        .orElseThrow(() -> new Refused(path));
  }

  /** Where what is sent differs from start to start, so does the key. */
  JsonNode postOnce(String user, String path, Map<String, ?> body, String key)
      throws IOException, InterruptedException, Refused {
    return post(user, BANK + path, body, story + "-" + key);
  }

  private JsonNode post(String user, String path, Map<String, ?> body, String key)
      throws IOException, InterruptedException, Refused {
    return api.post(user, path, body, key).orElseThrow(() -> new Refused(path));
  }

  /** A passbook of a resident; nobody has this name. */
  Member member(String community, String name, String kind)
      throws IOException, InterruptedException, Refused {
    String user = "resident@" + community + "/demo-" + name;
    String account =
        made(
            user,
            "/accounts",
            "holder",
            Map.of("name", "示例" + name),
            "kind",
            kind,
            "division",
            community);
    return new Member(user, account);
  }
}
