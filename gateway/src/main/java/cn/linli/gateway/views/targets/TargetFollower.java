package cn.linli.gateway.views.targets;

import cn.linli.platform.config.TablesSet;
import cn.linli.platform.config.tables.TargetTable;
import cn.linli.platform.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * Asks the service that keeps the tables, every two seconds: there are few of them, and a new
 * target shows on the screens soon enough. What was learned last stays in force.
 */
public final class TargetFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TargetFollower.class);
  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String PATH = "/api/v1/config/targets/set";

  private final Targets targets;
  private final List<URI> keepers;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Thread thread;
  private volatile boolean running = true;

  /**
   * @param keepers instances of that service; the next one is asked where one does not answer
   */
  public TargetFollower(Targets targets, List<URI> keepers) {
    this.targets = targets;
    this.keepers = List.copyOf(keepers);
    this.thread = Thread.ofVirtual().name("target-follower").unstarted(this::run);
  }

  public TargetFollower start() {
    thread.start();
    return this;
  }

  private void run() {
    int next = 0;
    while (running && !keepers.isEmpty()) {
      URI keeper = keepers.get(next % keepers.size());
      try {
        targets.learn(ask(keeper).tables());
      } catch (IOException | JacksonException e) {
        LOG.warn("Targets can't be read at {}, the known ones stay: {}", keeper, e.toString());
        next++;
      } catch (InterruptedException closed) {
        return;
      }
      try {
        Thread.sleep(INTERVAL);
      } catch (InterruptedException closed) {
        return;
      }
    }
  }

  private TablesSet<TargetTable> ask(URI keeper) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(keeper.resolve(PATH)).timeout(PATIENCE).build();
    var response = client.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("answered " + response.statusCode());
    }
    return Json.MAPPER.readValue(response.body(), new TypeReference<TablesSet<TargetTable>>() {});
  }

  @Override
  public void close() {
    running = false;
    thread.interrupt();
    client.shutdownNow();
  }
}
