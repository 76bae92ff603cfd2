package cn.linli.benchmarks.transfers;

import cn.linli.benchmarks.Report;
import cn.linli.benchmarks.load.Sample;
import cn.linli.benchmarks.transfers.Callers.Pattern;
import cn.linli.events.timebank.Unit;
import cn.linli.local.LocalMongo;
import cn.linli.timebank.proof.LedgerAudit;
import cn.linli.timebank.proof.SealedLeaves;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Transfers per second, spread over many passbooks and on one that everybody uses. */
public final class Transfers {

  private static final int HOLDERS = 10_000;
  private static final long MINUTES_EACH = 50_000;
  private static final int CALLERS = 512;

  /** As many as a program with the usual pool of connections has at work. */
  private static final int CALLERS_OF_PEER = 64;

  /** What a server with 5 GB of memory takes for its cache by itself. */
  private static final double CACHE_GIGABYTES = 2;

  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration ROUND = Duration.ofSeconds(20);

  private Transfers() {}

  public static void run(Report report) {
    report.title(
        "Transfers between passbooks",
        "%,d passbooks, one minute a transfer, all `w:majority, j:true`, without HTTP, on a server with %.0f GB of cache; %d s after %d s of warm-up. Linli: two chained lines, two states, key looked up, %d callers."
                .formatted(
                    HOLDERS, CACHE_GIGABYTES, ROUND.toSeconds(), WARM_UP.toSeconds(), CALLERS)
            + " (a) the same transfer in a multi-document transaction each: both states read, Linli's book and chain, the same two lines and two states with the same indexes, the states guarded by their version, the key unique; %d callers, conflicts tried again."
                .formatted(CALLERS_OF_PEER)
            + " (a lean) less than a transfer: two guarded counters and one small document, no key, no chain, no history of a passbook. (b) two bare inserts of a journal document's size, nothing checked. (c) the same documents as Linli's, batched as Linli does, nothing read, decided or answered: the limit of such a ledger here.");
    report.line(Sample.head());
    try (var mongo = LocalMongo.temporary(CACHE_GIGABYTES)) {
      Sample raw = raw(mongo, report);
      var lean =
          new MultiDocumentBank(mongo.client(), mongo.freshDatabase("lean"), HOLDERS, MINUTES_EACH);
      Sample leanSpread =
          measured("(a lean) spread", CALLERS_OF_PEER, Pattern.SPREAD, lean, report);
      Sample leanHot =
          measured("(a lean) one hot account", CALLERS_OF_PEER, Pattern.HOT, lean, report);
      report.after(
          "(a lean): %,d transactions lost against others and were tried again; minutes lost: %,d."
              .formatted(lean.conflicts(), HOLDERS * MINUTES_EACH - lean.sum()));
      MongoDatabase same = mongo.freshDatabase("same");
      var peer = new SameDocumentsBank(mongo.client(), same, HOLDERS, MINUTES_EACH);
      Sample peerSpread = measured("(a) spread", CALLERS_OF_PEER, Pattern.SPREAD, peer, report);
      Sample peerHot = measured("(a) one hot account", CALLERS_OF_PEER, Pattern.HOT, peer, report);
      report.after(
          "(a): %,d transactions lost against others and were tried again."
              .formatted(peer.conflicts()));
      MongoDatabase database = mongo.freshDatabase("linli");
      Sample spread;
      Sample hot;
      try (var linli = new LinliBank(mongo.client(), database, HOLDERS, MINUTES_EACH)) {
        spread = measured("Linli, spread", CALLERS, Pattern.SPREAD, linli, report);
        hot = measured("Linli, one hot account", CALLERS, Pattern.HOT, linli, report);
      }
      var floor = new BatchedFloor(mongo.client(), database, mongo.freshDatabase("floor"), HOLDERS);
      floor.during(WARM_UP, "");
      Sample limit = floor.during(ROUND, "(c) the same documents, batched, nothing decided");
      report.line(limit.row());
      ratios(report, "Spread", spread, peerSpread, leanSpread, raw);
      ratios(report, "One hot account", hot, peerHot, leanHot, raw);
      report.after(
          String.format(
              Locale.ROOT,
              "Spread: Linli ÷ (c) **%.0f %%**.",
              100 * spread.perSecond() / limit.perSecond()));
      verdict(report, database, "Linli");
      verdict(report, same, "(a)");
    }
  }

  private static Sample raw(LocalMongo mongo, Report report) {
    var inserts = new BareInserts(mongo.freshDatabase("raw"));
    return measured("(b) bare inserts", CALLERS_OF_PEER, Pattern.SPREAD, inserts, report);
  }

  private static Sample measured(
      String name, int callers, Pattern pattern, Bank bank, Report report) {
    Callers.during(WARM_UP, callers, name, pattern, HOLDERS, bank);
    Sample sample = Callers.during(ROUND, callers, name, pattern, HOLDERS, bank);
    report.line(sample.row());
    return sample;
  }

  private static void ratios(
      Report report, String what, Sample linli, Sample peer, Sample lean, Sample raw) {
    report.after(
        String.format(
            Locale.ROOT,
            "%s: Linli ÷ (a) **%.1f**, ÷ (a lean) **%.1f**, ÷ (b) **%.0f %%**.",
            what,
            linli.perSecond() / peer.perSecond(),
            linli.perSecond() / lean.perSecond(),
            100 * linli.perSecond() / raw.perSecond()));
  }

  /** The checker: every chain, every balance, both sides of everything. */
  private static void verdict(Report report, MongoDatabase database, String whose) {
    long since = System.nanoTime();
    var found =
        LedgerAudit.of(database)
            .run(Instant.now().plusSeconds(1), HOLDERS, SealedLeaves.NONE, lines -> {});
    report.after(
        String.format(
            Locale.ROOT,
            "Checker on %s: %,d lines read, %d broken passbooks, sum %d, in passbooks %,d of %,d issued: %s (%.1f s).",
            whose,
            found.lines(),
            found.brokenPassbooks(),
            found.sums().whole(Unit.MINUTES),
            found.sums().passbooks(Unit.MINUTES),
            HOLDERS * MINUTES_EACH,
            found.clean() ? "**clean**" : "**BROKEN**",
            (System.nanoTime() - since) / 1e9));
  }
}
