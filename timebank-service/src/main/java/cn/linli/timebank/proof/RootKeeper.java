package cn.linli.timebank.proof;

import cn.linli.platform.lease.Held;
import cn.linli.platform.lease.LeaderLoop;
import cn.linli.platform.lease.Lease;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Seals each day soon after midnight. One instance does so; should two, the later one's root is
 * dropped. What nobody sealed for days is sealed once, up to the last midnight.
 */
final class RootKeeper implements AutoCloseable {

  private static final String LEASE = "ledger-roots";
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private final Auditor auditor;
  private final InstantSource clock;
  private final ZoneId zone;
  private final LeaderLoop loop;

  /**
   * @param zone whose midnight ends a day
   * @param owner this instance
   */
  RootKeeper(
      Auditor auditor, MongoDatabase database, InstantSource clock, ZoneId zone, String owner) {
    this.auditor = auditor;
    this.clock = clock;
    this.zone = zone;
    this.loop = new LeaderLoop(new Lease(database, LEASE, owner, Lease.DEFAULT_TTL), this::lead);
  }

  RootKeeper start() {
    loop.start();
    return this;
  }

  @Override
  public void close() {
    loop.close();
  }

  private void lead(Held held) throws Exception {
    while (!held.mayHaveExpired()) {
      sealYesterday();
      Thread.sleep(LOOK_EVERY);
    }
  }

  private void sealYesterday() throws Exception {
    Instant settled = clock.instant().minus(JournalReading.SETTLED);
    LocalDate today = LocalDate.ofInstant(settled, zone);
    Instant midnight = today.atStartOfDay(zone).toInstant().minusMillis(1);
    Seal seal = auditor.seal();
    boolean said = seal.verdict() != null && !seal.verdict().asOf().isBefore(midnight);
    if (seal.asOf().isBefore(midnight) && !said && auditor.hasPassbooks()) {
      auditor.run(midnight, "root-keeper", "root-" + today, lines -> {});
    }
  }
}
