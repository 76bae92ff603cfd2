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

  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration ROUND = Duration.ofSeconds(20);

  private Transfers() {}

  public static void run(Report report) {
    report.title(
        "Transfers between passbooks",
        "%,d passbooks, one minute a transfer, all `w:majority, j:true`, without HTTP. Linli: two chained lines, two states, key looked up, %d callers."
                .formatted(HOLDERS, CALLERS)
            + " (a) one multi-document transaction each, two guarded updates and one insert, %d callers, conflicts tried again; (b) two bare inserts of a journal document's size, nothing checked. %d s after %d s of warm-up."
                .formatted(CALLERS_OF_PEER, ROUND.toSeconds(), WARM_UP.toSeconds()));
    report.line(Sample.head());
    try (var mongo = LocalMongo.temporary()) {
      Sample raw = raw(mongo, report);
      var peer =
          new MultiDocumentBank(mongo.client(), mongo.freshDatabase("peer"), HOLDERS, MINUTES_EACH);
      Sample peerSpread = measured("(a) spread", CALLERS_OF_PEER, Pattern.SPREAD, peer, report);
      Sample peerHot = measured("(a) one hot account", CALLERS_OF_PEER, Pattern.HOT, peer, report);
      report.after(
          "(a): %,d transactions lost against others and were tried again; minutes lost: %,d."
              .formatted(peer.conflicts(), HOLDERS * MINUTES_EACH - peer.sum()));
      MongoDatabase database = mongo.freshDatabase("linli");
      Sample spread;
      Sample hot;
      try (var linli = new LinliBank(mongo.client(), database, HOLDERS, MINUTES_EACH)) {
        spread = measured("Linli, spread", CALLERS, Pattern.SPREAD, linli, report);
        hot = measured("Linli, one hot account", CALLERS, Pattern.HOT, linli, report);
      }
      ratios(report, spread, peerSpread, raw, "Spread");
      ratios(report, hot, peerHot, raw, "One hot account");
      verdict(report, database);
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

  private static void ratios(Report report, Sample linli, Sample peer, Sample raw, String what) {
    report.after(
        String.format(
            Locale.ROOT,
            "%s: Linli ÷ (a) **%.1f**, ÷ (b) **%.0f %%**.",
            what,
            linli.perSecond() / peer.perSecond(),
            100 * linli.perSecond() / raw.perSecond()));
  }

  /** The checker: every chain, every balance, both sides of everything. */
  private static void verdict(Report report, MongoDatabase database) {
    long since = System.nanoTime();
    var found =
        LedgerAudit.of(database)
            .run(Instant.now().plusSeconds(1), HOLDERS, SealedLeaves.NONE, lines -> {});
    report.after(
        String.format(
            Locale.ROOT,
            "Checker: %,d lines read, %d broken passbooks, sum %d, in passbooks %,d of %,d issued: %s (%.1f s).",
            found.lines(),
            found.brokenPassbooks(),
            found.sums().whole(Unit.MINUTES),
            found.sums().passbooks(Unit.MINUTES),
            HOLDERS * MINUTES_EACH,
            found.clean() ? "**clean**" : "**BROKEN**",
            (System.nanoTime() - since) / 1e9));
  }
}
