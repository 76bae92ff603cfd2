package cn.linli.petition.notices;

import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStates.Stored;
import cn.linli.petition.domain.Notices.Notice;
import cn.linli.petition.domain.Telling;
import cn.linli.platform.lease.Held;
import cn.linli.platform.lease.LeaderLoop;
import cn.linli.platform.lease.Lease;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance at a time looks for what waits to be sent. What waits stands in the state, so
 * nothing is lost by a crash; the pace leaves the machine to those who file.
 */
final class Notifier implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final String LEASE = "notices";
  private static final int NOTICES_PER_PASS = 100;
  private static final long MILLIS_PER_SECOND = 1_000;

  private final PetitionStates states;
  private final Delivery delivery;
  private final InstantSource clock;
  private final Duration pause;
  private final long gapMillis;
  private final LeaderLoop loop;

  Notifier(
      PetitionStates states,
      Delivery delivery,
      InstantSource clock,
      MongoDatabase database,
      NoticeProperties properties,
      String owner) {
    this.states = states;
    this.delivery = delivery;
    this.clock = clock;
    this.pause = properties.pause();
    this.gapMillis = MILLIS_PER_SECOND / properties.perSecond();
    this.loop = new LeaderLoop(new Lease(database, LEASE, owner, Lease.DEFAULT_TTL), this::lead);
  }

  void start() {
    loop.start();
  }

  @Override
  public void close() {
    loop.close();
  }

  private void lead(Held held) throws Exception {
    while (!held.mayHaveExpired()) {
      if (pass(held) < NOTICES_PER_PASS) {
        Thread.sleep(pause);
      }
    }
  }

  private int pass(Held held) throws Exception {
    Instant now = clock.instant();
    int seen = 0;
    for (Stored stored : states.withNotices(now, NOTICES_PER_PASS)) {
      Optional<Notice> next = Telling.notices(stored.petition()).next();
      if (held.mayHaveExpired() || next.isEmpty()) {
        continue;
      }
      if (!delivery.deliver(stored, next.get())) {
        LOG.warn("notice {}/{} could not be put on record", stored.id(), next.get().id());
        Thread.sleep(pause);
      }
      seen++;
      Thread.sleep(gapMillis);
    }
    return seen;
  }
}
