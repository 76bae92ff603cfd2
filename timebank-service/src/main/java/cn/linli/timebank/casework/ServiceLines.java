package cn.linli.timebank.casework;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import cn.linli.timebank.domain.certificates.ServiceRecord.Booked;
import cn.linli.timebank.ledger.Account;
import java.util.ArrayList;
import java.util.List;

/** Every line of a passbook, for what its whole life comes to. */
public final class ServiceLines {

  private final History history;

  public ServiceLines(History history) {
    this.history = history;
  }

  /** Oldest first; a passbook of a life of service has some thousands. */
  public List<Booked> all(Stored<Account> stored) {
    StreamId stream = AccountCases.stream(stored.id());
    var lines = new ArrayList<Booked>();
    for (long version = 0; version < stored.version(); version += History.PAGE_MAX) {
      for (var each : history.events(stream, AccountEvent.class, version, History.PAGE_MAX)) {
        if (each.event() instanceof Posted posted) {
          lines.add(new Booked(posted, each.stamp().recordedAt()));
        }
      }
    }
    return lines;
  }
}
