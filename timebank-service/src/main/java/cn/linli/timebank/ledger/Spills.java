package cn.linli.timebank.ledger;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.AccountKind;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a full passbook sent on to the pool, and what of it comes back when a line from before turns
 * out to be wrong: with those minutes never booked, as many fewer would have run over afterwards.
 * So a correction takes from the pool what the wrong minutes brought it, and from the passbook only
 * the rest; both end where they would be had the line never stood there. If the pool has spent it
 * meanwhile, the correction is refused and waits, as it does where the holder has spent it.
 */
final class Spills {

  private Spills() {}

  /**
   * The steps that bring back what ran over, oldest first.
   *
   * @param after number of the line since which it counts: what ran over before has its own causes
   * @param minutes that are to be taken back
   */
  static List<Step> back(Account account, long after, long minutes) {
    var steps = new ArrayList<Step>();
    long open = minutes;
    for (Spill spill : account.spills()) {
      long some = spill.seq() > after ? Math.min(open, spill.left()) : 0;
      if (some > 0) {
        steps.addAll(
            Step.move(
                Book.pool(account.division()),
                account.id(),
                Unit.MINUTES,
                some,
                Reason.OVERFLOW,
                new Entry(account.id(), Unit.MINUTES, spill.seq()).id()));
        open -= some;
      }
    }
    return List.copyOf(steps);
  }

  /** What a line changes; services that may be corrected are as old as spills that are kept. */
  static void posted(Account was, Edit edit, Posted it, Instant at) {
    if (it.unit() != Unit.MINUTES || was.kind() == AccountKind.POOL) {
      return;
    }
    long seq = was.balance(Unit.MINUTES).seq() + 1;
    if (it.reason() != Reason.OVERFLOW) {
      if (it.amount() < 0 && it.reason() != Reason.REVERSAL) {
        edit.spent = seq;
      }
    } else if (it.amount() < 0) {
      long oldest = at.minus(Duration.ofDays(Service.DAYS_MAX)).getEpochSecond();
      var spills =
          new ArrayList<>(was.spills().stream().filter(spill -> spill.at() > oldest).toList());
      spills.add(new Spill(seq, -it.amount(), at.getEpochSecond()));
      edit.spills = spills;
    } else if (it.ref() != null) {
      long of = Entry.parse(it.ref()).orElseThrow().seq();
      edit.spills =
          was.spills().stream()
              .map(spill ->
                  spill.seq() == of ? new Spill(of, spill.left() - it.amount(), spill.at()) : spill)
              .filter(spill -> spill.left() > 0)
              .toList();
    }
  }
}
