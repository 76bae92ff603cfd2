package cn.linli.gateway.views.targets;

import cn.linli.platform.config.TablesSet;
import cn.linli.platform.config.tables.TargetTable;
import cn.linli.platform.follow.Follower;
import cn.linli.platform.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** Asks the service that keeps the tables; what was learned last stays in force. */
public final class TargetLearning implements Follower.Step {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String PATH = "/api/v1/config/targets/set";

  private final Targets targets;
  private final List<URI> keepers;
  private final HttpClient client;
  private int next;

  /**
   * @param keepers instances of that service; the next one is asked where one does not answer
   */
  public TargetLearning(Targets targets, List<URI> keepers, HttpClient client) {
    this.targets = targets;
    this.keepers = List.copyOf(keepers);
    this.client = client;
  }

  @Override
  public void learn() throws Exception {
    URI keeper = keepers.get(next % keepers.size());
    try {
      targets.learn(ask(keeper).tables());
    } catch (Exception e) {
      next++;
      throw e;
    }
  }

  private TablesSet<TargetTable> ask(URI keeper) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(keeper.resolve(PATH)).timeout(PATIENCE).build();
    var response = client.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException(keeper + " answered " + response.statusCode());
    }
    return Json.MAPPER.readValue(response.body(), new TypeReference<TablesSet<TargetTable>>() {});
  }
}
