package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent;
import cn.linli.events.timebank.LedgerEvent.LedgerFoundFaulty;
import cn.linli.events.timebank.LedgerEvent.LedgerSealed;
import cn.linli.timebank.proof.Verdict.Faulty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the ledger is sealed, and what the last audit said.
 *
 * @param last the last root; null before the first
 * @param verdict of the last audit; null before the first
 */
record Seal(@Nullable LedgerSealed last, @Nullable Verdict verdict) {

  static final Seal NONE = new Seal(null, null);

  long number() {
    return last == null ? 0 : last.number();
  }

  /** The statement that the next root follows. */
  String previous() {
    return last == null ? Statement.NONE : statement(last).hash();
  }

  /** Up to when everything is sealed. */
  Instant asOf() {
    return last == null ? Instant.EPOCH : last.asOf();
  }

  /** What the last root was made of. */
  LeafStore.Set leaves() {
    return new LeafStore.Set(number(), asOf());
  }

  static Statement statement(LedgerSealed it) {
    return new Statement(it.number(), it.asOf(), it.leaves(), it.root(), it.previous());
  }

  static Seal evolve(Seal before, LedgerEvent event, Instant at) {
    return switch (event) {
      case LedgerSealed it ->
          new Seal(
              it,
              new Verdict(
                  it.asOf(),
                  at,
                  it.lines(),
                  it.leaves(),
                  it.minutes(),
                  it.points(),
                  it.root(),
                  null));
      case LedgerFoundFaulty it ->
          new Seal(
              before.last(),
              new Verdict(
                  it.asOf(),
                  at,
                  it.lines(),
                  0,
                  it.minutes(),
                  it.points(),
                  null,
                  new Faulty(it.brokenPassbooks(), it.faults())));
    };
  }
}
