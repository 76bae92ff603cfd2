package cn.linli.mediation.referral;

import cn.linli.mediation.casework.ListFields;
import cn.linli.mediation.domain.Dispute;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.lease.Held;
import cn.linli.platform.lease.LeaderLoop;
import cn.linli.platform.lease.Lease;
import cn.linli.platform.timer.BackOff;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance at a time looks for disputes whose names are still to be fetched. They stand in the
 * states, so none is lost by a crash; one that fails is tried again later and holds up no other.
 */
final class ContactsAwaited implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ContactsAwaited.class);
  private static final String LEASE = "contacts";
  private static final int PER_PASS_MAX = 500;
  private static final Duration BACK_OFF_MIN = Duration.ofMillis(500);
  private static final Duration BACK_OFF_MAX = Duration.ofMinutes(10);
  private static final int FAILING_MAX = 10_000;

  private final CaseStates<Dispute> states;
  private final ContactsFetching fetching;
  private final InstantSource clock;
  private final Duration pause;
  private final LeaderLoop loop;
  private final BackOff backOff = new BackOff(BACK_OFF_MIN, BACK_OFF_MAX, FAILING_MAX);

  /**
   * @param pause between looks
   */
  ContactsAwaited(
      CaseStates<Dispute> states,
      ContactsFetching fetching,
      InstantSource clock,
      Duration pause,
      MongoDatabase database,
      String owner) {
    this.states = states;
    this.fetching = fetching;
    this.clock = clock;
    this.pause = pause;
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
      pass(held);
      Thread.sleep(pause);
    }
  }

  private void pass(Held held) throws Exception {
    Instant now = clock.instant();
    for (Stored<Dispute> stored :
        states.list(
            Filters.lte(ListFields.CONTACTS, Date.from(now)),
            Sorts.ascending(ListFields.CONTACTS),
            PER_PASS_MAX)) {
      if (held.mayHaveExpired()) {
        return;
      }
      if (!backOff.mayTry(stored.id(), System.nanoTime())) {
        continue;
      }
      String failure = fetching.fetch(stored, now);
      if (failure == null) {
        backOff.worked(stored.id());
      } else {
        backOff.failed(stored.id(), System.nanoTime());
        LOG.debug("names of dispute {} are not there yet: {}", stored.id(), failure);
      }
    }
  }
}
