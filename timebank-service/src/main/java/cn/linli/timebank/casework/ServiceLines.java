package cn.linli.timebank.casework;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.Reason;
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
    return lines(stored.id(), 0, stored.version());
  }

  /**
   * The lines that a passbook had at a version, and what of them was taken back since.
   *
   * @param version at most that of now
   */
  public List<Booked> asOf(Stored<Account> stored, long version) {
    var lines = new ArrayList<>(lines(stored.id(), 0, version));
    lines(stored.id(), version, stored.version()).stream()
        .filter(it -> it.posted().reason() == Reason.REVERSAL)
        .forEach(lines::add);
    return lines;
  }

  private List<Booked> lines(String account, long after, long last) {
    StreamId stream = AccountCases.stream(account);
    var lines = new ArrayList<Booked>();
    long version = after;
    while (version < last) {
      int wanted = (int) Math.min(History.PAGE_MAX, last - version);
      for (var each : history.events(stream, AccountEvent.class, version, wanted)) {
        if (each.event() instanceof Posted posted) {
          lines.add(new Booked(posted, each.stamp().recordedAt()));
        }
      }
      version += wanted;
    }
    return lines;
  }
}
