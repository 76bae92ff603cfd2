package cn.linli.platform.fold;

import cn.linli.platform.lease.Held;
import cn.linli.platform.lease.LeaderLoop;
import cn.linli.platform.lease.Lease;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a view up to date while this instance leads: folds the live generation, builds the next one
 * beside it when asked or when the fold has changed, switches, and drops what is old.
 */
public final class Folding implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

  private static final Duration ROUND = Duration.ofMillis(250);

  /** The next generation is this near: the live one waits for it, so that the switch succeeds. */
  private static final long NEAR_RECORDS = 100_000;

  private final FolderSettings settings;
  private final Fold fold;
  private final MongoClient client;
  private final MongoDatabase database;
  private final Generations generations;
  private final TopicEnds topics;
  private final LeaderLoop leader;
  private final Map<String, FolderThread> folders = new HashMap<>();

  public Folding(
      FolderSettings settings,
      Fold fold,
      MongoClient client,
      MongoDatabase database,
      String owner) {
    this.settings = settings;
    this.fold = fold;
    this.client = client;
    this.database = database;
    this.generations = new Generations(client, database);
    this.topics = new TopicEnds(settings);
    this.leader =
        new LeaderLoop(
            new Lease(database, "fold-" + fold.subject(), owner, Lease.DEFAULT_TTL), this::lead);
  }

  public Folding start() {
    ViewCollections.prepare(database);
    leader.start();
    return this;
  }

  public boolean leading() {
    return leader.leading();
  }

  /** Stops the folders, gives the lease up. */
  @Override
  public void close() {
    leader.close();
    topics.close();
  }

  private void lead(Held held) throws InterruptedException {
    try {
      while (true) {
        round(Instant.now());
        Thread.sleep(ROUND);
      }
    } finally {
      folders.values().forEach(FolderThread::close);
      folders.clear();
    }
  }

  private void round(Instant now) throws InterruptedException {
    @Nullable GenerationState state = generations.state().orElse(null);
    boolean versionChanged =
        state != null && state.next() == null && state.liveVersion() != fold.version();
    if (state == null || versionChanged || state.next() == null && state.rebuildWanted()) {
      generations.begin(topics.starts(), fold.version(), now);
      return;
    }
    keepRunning(state);
    report();
    if (state.next() != null && near(state) && switched(state, now)) {
      LOG.info("generation {} is live, {} is kept for an hour", state.next(), state.live());
    }
    generations.dropRetired(now);
  }

  private void keepRunning(GenerationState state) {
    folders
        .entrySet()
        .removeIf(entry -> {
          boolean wanted =
              entry.getKey().equals(state.live()) || entry.getKey().equals(state.next());
          if (!wanted) {
            entry.getValue().close();
          }
          return !wanted;
        });
    folder(state.live());
    if (state.next() != null) {
      folder(state.next());
    }
  }

  private void folder(String generation) {
    folders
        .computeIfAbsent(
            generation,
            unseen ->
                new FolderThread(
                    settings, fold, new CellStore(client, database, generation), generation))
        .keepRunning(topics);
  }

  private void report() {
    folders.forEach((generation, folder) ->
        generations.report(generation, folder.progress().asOfMillis(), folder.alarm()));
  }

  private boolean near(GenerationState state) {
    var live = generations.progress(state.live());
    var next = generations.progress(state.next());
    return live.isPresent()
        && next.isPresent()
        && live.get().records() - next.get().records() < NEAR_RECORDS;
  }

  /** Under load the live one is always a little ahead: it stands still until the switch. */
  private boolean switched(GenerationState state, Instant now) throws InterruptedException {
    var live = folders.get(state.live());
    live.hold(true);
    try {
      for (long until = System.nanoTime() + ROUND.multipliedBy(4).toNanos();
          System.nanoTime() < until; ) {
        if (generations.trySwitch(now)) {
          return true;
        }
        Thread.sleep(ROUND.dividedBy(10));
      }
      return false;
    } catch (MongoException e) {
      LOG.warn("no switch to generation {} yet: {}", state.next(), e.toString());
      return false;
    } finally {
      live.hold(false);
    }
  }
}
