package cn.linli.platform.config;

import cn.linli.platform.commit.StreamId;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what other instances set into this one: looks once a second for streams of configuration
 * whose version has grown. There are few of them, so this is one cheap scan of a short range.
 */
final class ConfigRefresh implements AutoCloseable {

  /** Half of the two seconds in which a table must be in force everywhere. */
  static final Duration INTERVAL = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(ConfigRefresh.class);

  private final MongoCollection<Document> state;
  private final Configuration configuration;
  private final Map<String, Long> versions = new HashMap<>();
  private volatile boolean running = true;
  private final Thread thread;

  ConfigRefresh(MongoDatabase database, Configuration configuration) {
    this.state = database.getCollection("state").withReadConcern(ReadConcern.MAJORITY);
    this.configuration = configuration;
    this.thread = Thread.ofVirtual().name("config-refresh").unstarted(this::run);
  }

  /** Reads all once, so that no command is decided on a default that was replaced long ago. */
  ConfigRefresh start() {
    refresh();
    thread.start();
    return this;
  }

  private void run() {
    while (running) {
      try {
        Thread.sleep(INTERVAL);
        refresh();
      } catch (InterruptedException closed) {
        return;
      } catch (MongoException e) {
        LOG.warn(
            "Configuration can't be refreshed, what is known stays in force: {}", e.getMessage());
      }
    }
  }

  private void refresh() {
    var grown = new ArrayList<String>();
    var range =
        Filters.and(
            Filters.gte("_id", ConfigKind.NAME + ":"), Filters.lt("_id", ConfigKind.NAME + ";"));
    for (Document found : state.find(range).projection(Projections.include("v"))) {
      if (version(found) > versions.getOrDefault(found.getString("_id"), 0L)) {
        grown.add(found.getString("_id"));
      }
    }
    if (!grown.isEmpty()) {
      load(grown);
    }
  }

  private void load(List<String> streams) {
    for (Document found : state.find(Filters.in("_id", streams))) {
      String id = found.getString("_id");
      configuration.learn(
          StreamId.parse(id), TableJson.state(found.getString("d")), version(found));
      versions.put(id, version(found));
    }
  }

  private static long version(Document found) {
    return ((Number) found.get("v")).longValue();
  }

  @Override
  public void close() {
    running = false;
    thread.interrupt();
  }
}
