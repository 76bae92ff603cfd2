package cn.linli.benchmarks.transfers;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** A transaction for each transfer, as durable as Linli's; who loses a conflict tries again. */
final class OneTransaction {

  private static final TransactionOptions MAJORITY =
      TransactionOptions.builder()
          .readConcern(ReadConcern.SNAPSHOT)
          .writeConcern(WriteConcern.MAJORITY.withJournal(true))
          .build();

  private final MongoClient client;
  private final LongAdder conflicts = new LongAdder();

  OneTransaction(MongoClient client) {
    this.client = client;
  }

  /**
   * @return whether it was committed; false: another one was before it, and nothing happened
   */
  boolean run(Consumer<ClientSession> transfer) {
    try (var session = client.startSession()) {
      session.startTransaction(MAJORITY);
      try {
        transfer.accept(session);
        session.commitTransaction();
        return true;
      } catch (MongoException e) {
        if (session.hasActiveTransaction()) {
          session.abortTransaction();
        }
        if (e.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)) {
          conflicts.increment();
          return false;
        }
        throw e;
      }
    }
  }

  /** Transactions that lost against another one. */
  long conflicts() {
    return conflicts.sum();
  }
}
