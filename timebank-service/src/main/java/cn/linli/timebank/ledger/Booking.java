package cn.linli.timebank.ledger;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.platform.decide.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the book says to a transaction. */
public sealed interface Booking {

  /** Events by account; accounts that nothing happens to are left out. */
  record Booked(Map<String, List<AccountEvent>> events) implements Booking {
    public Booked {
      var copy = new LinkedHashMap<String, List<AccountEvent>>();
      events.forEach((account, its) -> copy.put(account, List.copyOf(its)));
      events = java.util.Collections.unmodifiableMap(copy);
    }
  }

  /** Nothing changes. */
  record Refused(Refusal refusal) implements Booking {}
}
