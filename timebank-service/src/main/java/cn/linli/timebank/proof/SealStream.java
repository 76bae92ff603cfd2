package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.commit.StreamId;
import java.time.Instant;

/** The one stream {@code h:ledger}: each audit of the whole ledger and each root, in a row. */
final class SealStream extends PlainKind<Seal, LedgerEvent> {

  static final StreamId ID = new StreamId("h", "ledger");

  SealStream() {
    super(ID.kind(), 1, Seal.class, LedgerEvent.class, Seal.NONE);
  }

  @Override
  public Seal evolve(Seal state, LedgerEvent event, Instant at, String by) {
    return Seal.evolve(state, event, at);
  }

  /** The ledger is of the whole tenant. */
  @Override
  public String division(Seal state) {
    return NOWHERE;
  }
}
