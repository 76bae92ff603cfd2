package cn.linli.timebank.accounts;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.ledger.Account;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What a passbook was at an instant, as it is answered and as its lines add up to. */
public final class PointInTime {

  private final CaseStates<Account> states;
  private final History history;
  private final Kinds kinds;
  private final Passbook passbook;

  public PointInTime(MongoDatabase database, Kinds kinds) {
    this.kinds = kinds;
    states = new CaseStates<>(database, new StateStore(database, kinds), new AccountCases());
    history = new History(database, kinds);
    passbook = new Passbook(states, history, kinds);
  }

  private record Line(Instant at, long amount) {}

  /**
   * Asks at instants of its lines, just before them and between them.
   *
   * @return where the answer is not the sum of the lines until then
   */
  public List<String> differences(String account, int times, SplittableRandom random) {
    StreamId stream = AccountCases.stream(account);
    var now = states.find(stream).orElseThrow();
    List<Line> lines = minutes(stream);
    var differences = new ArrayList<String>();
    for (int i = 0; i < times; i++) {
      Instant line = lines.get(random.nextInt(lines.size())).at();
      Instant at = line.plusMillis(random.nextInt(-1, 2));
      long sum = lines.stream().filter(it -> !it.at().isAfter(at)).mapToLong(Line::amount).sum();
      long said = passbook.at(stream, now.state(), now.version(), at).minutes().posted();
      if (said != sum) {
        differences.add(account + " at " + at + ": " + said + " instead of " + sum);
      }
    }
    return differences;
  }

  private List<Line> minutes(StreamId stream) {
    var lines = new ArrayList<Line>();
    long version = 0;
    List<JournalEntry> documents;
    do {
      documents = history.entries(stream, version, History.PAGE_MAX);
      for (JournalEntry document : documents) {
        version = document.version();
        for (var recorded : document.recorded(kinds.of(stream).eventsOf(AccountEvent.class))) {
          if (recorded.event() instanceof Posted it && it.unit() == Unit.MINUTES) {
            lines.add(new Line(document.at(), it.amount()));
          }
        }
      }
    } while (documents.size() == History.PAGE_MAX);
    return lines;
  }
}
