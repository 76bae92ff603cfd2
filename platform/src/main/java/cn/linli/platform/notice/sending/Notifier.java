package cn.linli.platform.notice.sending;

import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.lease.Held;
import cn.linli.platform.lease.LeaderLoop;
import cn.linli.platform.lease.Lease;
import cn.linli.platform.notice.Notice;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance at a time looks for what waits to be sent. What waits stands in the state, so
 * nothing is lost by a crash; the pace leaves the machine to those who file.
 *
 * @param <C> a case as it is stored
 */
public final class Notifier<C> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final String LEASE = "notices";
  private static final int CASES_PER_PASS = 100;
  private static final long MILLIS_PER_SECOND = 1_000;

  private final Outbox<C> outbox;
  private final Delivery<C> delivery;
  private final InstantSource clock;
  private final NoticeProperties properties;
  private final Duration pause;
  private final long gapMillis;
  private final LeaderLoop loop;

  /**
   * @param owner this instance, for whoever looks at the lease
   */
  public Notifier(
      Outbox<C> outbox,
      NoticeSender sender,
      CommandGate gate,
      InstantSource clock,
      MongoDatabase database,
      NoticeProperties properties,
      String owner) {
    this.outbox = outbox;
    this.delivery = new Delivery<>(sender, outbox, gate);
    this.clock = clock;
    this.properties = properties;
    this.pause = properties.pause();
    this.gapMillis = MILLIS_PER_SECOND / properties.perSecond();
    this.loop = new LeaderLoop(new Lease(database, LEASE, owner, Lease.DEFAULT_TTL), this::lead);
  }

  /** Unless nothing is to be sent at all. */
  public void start() {
    if (properties.sender() != NoticeProperties.Kind.NONE) {
      loop.start();
    }
  }

  @Override
  public void close() {
    loop.close();
  }

  private void lead(Held held) throws Exception {
    while (!held.mayHaveExpired()) {
      if (pass(held) < CASES_PER_PASS) {
        Thread.sleep(pause);
      }
    }
  }

  private int pass(Held held) throws Exception {
    Instant now = clock.instant();
    int seen = 0;
    for (C stored : outbox.waiting(now, CASES_PER_PASS)) {
      for (Notice<?> notice : outbox.due(stored, now)) {
        if (held.mayHaveExpired()) {
          return seen;
        }
        if (!delivery.deliver(stored, notice)) {
          LOG.warn("notice {}/{} could not be put on record", outbox.id(stored), notice.id());
          Thread.sleep(pause);
        }
        Thread.sleep(gapMillis);
      }
      seen++;
    }
    return seen;
  }
}
