package cn.linli.platform.search;

import cn.linli.platform.lease.Held;
import cn.linli.platform.lease.LeaderLoop;
import cn.linli.platform.lease.Lease;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** One instance of a service makes its segments. */
public final class SearchLeader implements AutoCloseable {

  private static final String LEASE = "search";
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final SegmentMaker maker;
  private final LeaderLoop loop;

  /**
   * @param owner this instance, for whoever looks at the lease
   */
  public SearchLeader(
      MongoClient client, MongoDatabase database, String owner, MeterRegistry registry) {
    this.maker = new SegmentMaker(client, database);
    this.loop = new LeaderLoop(new Lease(database, LEASE, owner, Lease.DEFAULT_TTL), this::lead);
    Gauge.builder("linli.search.new", maker::waiting)
        .description("Texts that no segment holds yet, seen by the leader")
        .register(registry);
  }

  public SearchLeader start() {
    loop.start();
    return this;
  }

  private void lead(Held held) throws InterruptedException {
    maker.sweep();
    while (!held.mayHaveExpired()) {
      if (!maker.step()) {
        Thread.sleep(PAUSE);
      }
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
