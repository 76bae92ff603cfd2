package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent.FaultFound;
import cn.linli.events.timebank.LedgerFault;
import cn.linli.events.timebank.Unit;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads every line that was ever booked and computes hashes, balances and sums anew. A passbook
 * that does not follow is read once more by itself, so that its first wrong line is named. What
 * passbooks say that communities owe each other is compared with the communities' own streams.
 *
 * <p>Memory: some 500 bytes for each unit of each passbook of a pass, and 200 for each of all. A
 * ledger of more passbooks than that is read in several passes.
 */
public final class LedgerAudit {

  /** Faults named; passbooks with a fault are counted on. */
  static final int FAULTS_MAX = 100;

  /** Passbooks read once more by themselves. */
  private static final int SUSPECTS_MAX = 1_000;

  /** A word about every so many lines, a second of reading or less. */
  private static final int LINES_PER_WORD = 100_000;

  private static final int PASSBOOKS_PER_PASS = 200_000;

  private final JournalReading journal;
  private final int passbooksPerPass;

  /** Of a service's database; some 100 MB while it runs. */
  public static LedgerAudit of(MongoDatabase database) {
    return new LedgerAudit(new JournalReading(database), PASSBOOKS_PER_PASS);
  }

  /**
   * @param passbooksPerPass how many are held at once
   */
  LedgerAudit(JournalReading journal, int passbooksPerPass) {
    this.journal = journal;
    this.passbooksPerPass = passbooksPerPass;
  }

  /**
   * What was found.
   *
   * @param asOf everything up to this instant, nothing after it
   * @param lines read
   * @param leaves one for each unit of each passbook that has a line, in their order
   * @param brokenPassbooks how many do not follow
   * @param faults the first of each unit of them, at most {@link #FAULTS_MAX}
   */
  public record Findings(
      Instant asOf,
      long lines,
      Sums sums,
      List<Leaf> leaves,
      int brokenPassbooks,
      List<FaultFound> faults) {

    public boolean clean() {
      return brokenPassbooks == 0
          && faults.isEmpty()
          && sums.whole(Unit.MINUTES) == 0
          && sums.whole(Unit.POINTS) == 0;
    }
  }

  /**
   * @param asOf at least a minute ago, so that all is settled
   * @param passbooks about how many there are
   * @param sealed what the last root was made of
   * @param progress is told now and then how many lines were read
   */
  public Findings run(Instant asOf, long passbooks, SealedLeaves sealed, LongConsumer progress) {
    int passes = Math.toIntExact(1 + passbooks / passbooksPerPass);
    var run = new Run(asOf, sealed, progress);
    for (int pass = 0; pass < passes; pass++) {
      run.pass(pass, passes);
    }
    return run.findings(passes);
  }

  private final class Run {
    private final Instant asOf;
    private final SealedLeaves sealed;
    private final LongConsumer progress;
    private final Sums sums;
    private final Clearings clearings = new Clearings();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<FaultFound> faults = new ArrayList<>();
    private final TreeSet<String> suspects = new TreeSet<>();
    private long read;

    Run(Instant asOf, SealedLeaves sealed, LongConsumer progress) {
      this.asOf = asOf;
      this.sealed = sealed;
      this.progress = progress;
      this.sums = new Sums(asOf);
    }

    void pass(int pass, int passes) {
      Predicate<String> accounts = account -> Math.floorMod(account.hashCode(), passes) == pass;
      var part = new Folding(accounts, sealed.of(accounts));
      var pairs = pass == 0 ? clearings : new Clearings();
      journal.all(
          asOf,
          line -> {
            if (pass == 0) {
              sums.take(line);
              clearings.take(line);
            }
            if (++read % LINES_PER_WORD == 0) {
              progress.accept(read);
            }
            part.take(line);
          },
          part::unreadable,
          pairs);
      part.end();
      part.faults().forEach(fault -> suspects.add(fault.account()));
      leaves.addAll(part.leaves());
    }

    Findings findings(int passes) {
      lookAgain(suspects.stream().limit(SUSPECTS_MAX).toList());
      sums.uneven().forEachRemaining(this::add);
      clearings.faults().forEach(this::add);
      leaves.sort(Leaf.ORDER);
      return new Findings(
          asOf, read / passes, sums, List.copyOf(leaves), suspects.size(), List.copyOf(faults));
    }

    /** One by one, in order: some only came too much out of order. */
    private void lookAgain(List<String> accounts) {
      Map<String, Map<Leaf.Id, Leaf>> theirs = new HashMap<>();
      sealed
          .of(Set.copyOf(accounts)::contains)
          .forEach((id, leaf) ->
              theirs.computeIfAbsent(id.account(), none -> new HashMap<>()).put(id, leaf));
      Map<String, List<Leaf>> sound = new HashMap<>();
      for (String account : accounts) {
        var alone = new Folding(account::equals, theirs.getOrDefault(account, Map.of()));
        journal.of(account, asOf, alone::take, alone::unreadable);
        alone.end();
        if (alone.faults().isEmpty()) {
          sound.put(account, alone.leaves());
        }
        alone.faults().forEach(this::add);
      }
      suspects.removeAll(sound.keySet());
      leaves.removeIf(leaf -> sound.containsKey(leaf.id().account()));
      sound.values().forEach(leaves::addAll);
    }

    private void add(FaultFound fault) {
      if (faults.size() < FAULTS_MAX) {
        faults.add(fault);
      }
    }
  }

  /** Some passbooks, and whether they still begin with what the last root was made of. */
  private static final class Folding {
    private final Predicate<String> accounts;
    private final Map<Leaf.Id, Leaf> sealed;
    private final Map<Leaf.Id, PassbookFold> folds = new HashMap<>();
    private final Map<Leaf.Id, FaultFound> faults = new HashMap<>();
    private final List<FaultFound> unreadable = new ArrayList<>();

    Folding(Predicate<String> accounts, Map<Leaf.Id, Leaf> sealed) {
      this.accounts = accounts;
      this.sealed = sealed;
    }

    void take(Line line) {
      var id = new Leaf.Id(line.account(), line.unit());
      if (accounts.test(line.account()) && !faults.containsKey(id)) {
        PassbookFold fold = folds.computeIfAbsent(id, none -> new PassbookFold());
        FaultFound fault = fold.take(line, it -> otherThanSealed(id, it));
        if (fault != null) {
          faults.put(id, fault);
        }
      }
    }

    private @Nullable FaultFound otherThanSealed(Leaf.Id id, Line line) {
      Leaf leaf = sealed.get(id);
      return leaf != null && leaf.seq() == line.seq() && !leaf.head().equals(line.hash())
          ? Faults.of(line, LedgerFault.NOT_AS_SEALED)
          : null;
    }

    void unreadable(LineReader.Unreadable what) {
      if (accounts.test(what.account()) && unreadable.size() < FAULTS_MAX) {
        unreadable.add(Faults.unreadable(what));
      }
    }

    /** No line may still wait, and a passbook that ends before its sealed end was cut off. */
    void end() {
      folds.forEach((id, fold) -> {
        FaultFound fault = fold.end();
        if (fault != null) {
          faults.putIfAbsent(id, fault);
        }
      });
      for (Leaf leaf : sealed.values()) {
        PassbookFold fold = folds.get(leaf.id());
        if (fold == null || fold.seq() < leaf.seq()) {
          faults.putIfAbsent(leaf.id(), Faults.cutOff(leaf));
        }
      }
    }

    List<FaultFound> faults() {
      var all = new ArrayList<FaultFound>(unreadable);
      all.addAll(faults.values());
      return all;
    }

    List<Leaf> leaves() {
      var leaves = new ArrayList<Leaf>(folds.size());
      folds.forEach((id, fold) -> leaves.add(new Leaf(id, fold.seq(), fold.head())));
      return leaves;
    }
  }
}
