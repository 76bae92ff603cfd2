package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent;
import cn.linli.events.timebank.LedgerEvent.LedgerFoundFaulty;
import cn.linli.events.timebank.LedgerEvent.LedgerSealed;
import cn.linli.events.timebank.LedgerEvent.Totals;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.DocumentKey;
import cn.linli.timebank.ledger.Counter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Audits the ledger up to an instant and puts on record what it found: a root, or faults. */
final class Auditor {

  private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);

  private static final int COMMIT_SECONDS_MAX = 30;
  private static final int STATUS = 200;

  private final LedgerAudit audit;
  private final LeafStore leaves;
  private final CaseStates<Seal> seals;
  private final LongSupplier passbooks;
  private final DocumentKey key;
  private final CommandGate gate;
  private final ReentrantLock one = new ReentrantLock();

  /**
   * @param passbooks about how many there are
   */
  Auditor(
      LedgerAudit audit,
      LeafStore leaves,
      CaseStates<Seal> seals,
      LongSupplier passbooks,
      DocumentKey key,
      CommandGate gate) {
    this.audit = audit;
    this.leaves = leaves;
    this.seals = seals;
    this.passbooks = passbooks;
    this.key = key;
    this.gate = gate;
  }

  /** As of now. */
  Seal seal() {
    return seals.find(SealStream.ID).map(CaseStates.Stored::state).orElse(Seal.NONE);
  }

  /** Whether there is anything to be sealed. */
  boolean hasPassbooks() {
    return passbooks.getAsLong() > 0;
  }

  /**
   * One audit at a time in this instance; of two instances the later one's is dropped.
   *
   * @param upTo at least {@link JournalReading#SETTLED} ago
   * @param by who wanted it
   * @param progress is told now and then how many lines were read
   */
  void run(Instant upTo, String by, String correlation, LongConsumer progress) throws Exception {
    one.lock();
    try {
      Seal before = seal();
      // What is sealed stays: an earlier cut would show less than the last root.
      Instant asOf = later(before.asOf(), upTo.truncatedTo(ChronoUnit.MILLIS));
      long since = System.nanoTime();
      LedgerAudit.Findings found =
          audit.run(
              asOf,
              passbooks.getAsLong(),
              accounts -> leaves.of(before.leaves(), accounts),
              progress);
      LedgerEvent event = found.clean() ? sealed(found, before) : faulty(found);
      commit(event, before, by, correlation);
      leaves.forget(seal().leaves());
      tell(found, since);
    } finally {
      one.unlock();
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private LedgerSealed sealed(LedgerAudit.Findings found, Seal before) {
    long number = before.number() + 1;
    String root =
        HexFormat.of()
            .formatHex(
                leaves.keep(
                    new LeafStore.Set(number, found.asOf()),
                    found.leaves(),
                    found.sums().redeemed()));
    var statement =
        new Statement(number, found.asOf(), found.leaves().size(), root, before.previous());
    return new LedgerSealed(
        number,
        found.asOf(),
        found.lines(),
        found.leaves().size(),
        totals(found, Unit.MINUTES),
        totals(found, Unit.POINTS),
        root,
        before.previous(),
        key.id(),
        key.sign(statement.bytes()));
  }

  private static LedgerFoundFaulty faulty(LedgerAudit.Findings found) {
    return new LedgerFoundFaulty(
        found.asOf(),
        found.lines(),
        totals(found, Unit.MINUTES),
        totals(found, Unit.POINTS),
        found.brokenPassbooks(),
        found.faults());
  }

  /** System accounts by kind: there is one of each for every division. */
  private static Totals totals(LedgerAudit.Findings found, Unit unit) {
    Sums sums = found.sums();
    return new Totals(
        sums.passbooks(unit),
        sums.system(unit, Counter.Kind.ISSUE),
        sums.system(unit, Counter.Kind.EXPIRED),
        sums.system(unit, Counter.Kind.DONATED),
        sums.system(unit, Counter.Kind.CLEARING),
        sums.whole(unit));
  }

  private void commit(LedgerEvent event, Seal before, String by, String correlation)
      throws Exception {
    String id = "audit/" + correlation;
    var command =
        new Command(
            id,
            true,
            "",
            List.of(SealStream.ID),
            null,
            by,
            correlation,
            id,
            STATUS,
            List.of(),
            streams ->
                streams.state(SealStream.ID, Seal.class).number() == before.number()
                    ? new Verdict.Accept(List.of(new Change(SealStream.ID, List.of(event))))
                    : new Verdict.Refuse(Refusal.of("audited-meanwhile")));
    Outcome outcome = gate.submit(command).get(COMMIT_SECONDS_MAX, TimeUnit.SECONDS);
    if (!(outcome instanceof Outcome.Done) && !(outcome instanceof Outcome.Refused)) {
      throw new IllegalStateException("the verdict is not on record: " + outcome);
    }
  }

  private static void tell(LedgerAudit.Findings found, long sinceNanos) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - sinceNanos);
    if (found.clean()) {
      LOG.info(
          "ledger up to {} holds: {} lines of {} passbooks in {} s",
          found.asOf(),
          found.lines(),
          found.leaves().size(),
          seconds);
    } else {
      LOG.error(
          "LEDGER BROKEN up to {}: {} passbooks, first {}",
          found.asOf(),
          found.brokenPassbooks(),
          found.faults().stream().findFirst().map(Object::toString).orElse("sum not zero"));
    }
  }
}
