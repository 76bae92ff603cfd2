package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamKind;
import java.time.Instant;

/** The one stream {@code h:ledger}: each audit of the whole ledger and each root, in a row. */
final class SealStream implements StreamKind<Seal, LedgerEvent> {

  static final StreamId ID = new StreamId("h", "ledger");

  /** The ledger is of the whole tenant. */
  private static final String NO_ONE_DIVISION = "unknown";

  @Override
  public String name() {
    return ID.kind();
  }

  @Override
  public int schema() {
    return 1;
  }

  @Override
  public Class<Seal> stateType() {
    return Seal.class;
  }

  @Override
  public Class<LedgerEvent> eventType() {
    return LedgerEvent.class;
  }

  @Override
  public Seal initial() {
    return Seal.NONE;
  }

  @Override
  public Seal evolve(Seal state, LedgerEvent event, Instant at, String by) {
    return Seal.evolve(state, event, at);
  }

  @Override
  public String division(Seal state) {
    return NO_ONE_DIVISION;
  }
}
