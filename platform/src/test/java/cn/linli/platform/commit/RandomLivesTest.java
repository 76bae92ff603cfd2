package cn.linli.platform.commit;

import static cn.linli.platform.commit.Accounts.account;
import static cn.linli.platform.commit.Accounts.add;
import static cn.linli.platform.commit.Accounts.build;
import static cn.linli.platform.commit.Accounts.keyed;
import static cn.linli.platform.commit.Accounts.newId;
import static cn.linli.platform.commit.Accounts.take;
import static cn.linli.platform.commit.Accounts.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.Recorded;
import cn.linli.events.account.AccountEvent;
import cn.linli.events.account.AccountEvent.Added;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many clients send random commands, some of them twice, on few streams through two instances. What
 * was answered is then held against the journal. The seed is in the test's name.
 */
class RandomLivesTest {

  private static final int CLIENTS = 12;
  private static final int COMMANDS_PER_CLIENT = 60;
  private static final int STREAMS = 5;

  private final TestStore store = new TestStore();
  private final List<Committer> committers = List.of(store.committer(), store.committer());
  private final ConcurrentLinkedQueue<Answered> history = new ConcurrentLinkedQueue<>();

  private record Answered(Command command, Outcome outcome) {}

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20260105, 37})
  void every_acknowledged_command_is_in_the_journal_once(long seed) throws Exception {
    var clients = new ArrayList<Thread>();
    for (int i = 0; i < CLIENTS; i++) {
      var random = new java.util.Random(seed * 1_000 + i);
      clients.add(Thread.startVirtualThread(() -> live(random)));
    }
    for (Thread client : clients) {
      client.join();
    }

    assertThat(history).hasSizeGreaterThanOrEqualTo(CLIENTS * COMMANDS_PER_CLIENT);
    journalIsDenseAndStateIsItsFold();
    acknowledgedExactlyOnce();
    nothingElseChangedTheBalances();
  }

  private void live(RandomGenerator random) {
    for (int i = 0; i < COMMANDS_PER_CLIENT; i++) {
      Command command = any(random);
      int sends = random.nextInt(4) == 0 && command.keyed() ? 3 : 1;
      var answers = new ArrayList<java.util.concurrent.CompletableFuture<Outcome>>();
      for (int send = 0; send < sends; send++) {
        answers.add(committers.get(random.nextInt(2)).submit(command));
      }
      answers.forEach(answer -> history.add(new Answered(command, TestStore.get(answer))));
    }
  }

  private static Command any(RandomGenerator random) {
    StreamId stream = account(random.nextInt(STREAMS));
    return switch (random.nextInt(6)) {
      case 0, 1 -> keyed(newId(), "h", stream, add(1 + random.nextInt(9)));
      case 2 -> keyed(newId(), "h", stream, take(1 + random.nextInt(20)));
      case 3 -> {
        StreamId other = account(random.nextInt(STREAMS));
        yield other.equals(stream)
            ? Accounts.command(stream, add(1))
            : transfer(stream, other, 1 + random.nextInt(15));
      }
      case 4 -> {
        Command.Rule rule = Command.single(stream, Account.class, add(1));
        yield build(newId(), true, "h", List.of(stream), (long) random.nextInt(60), rule);
      }
      default -> Accounts.command(account("own" + newId()), Accounts::open);
    };
  }

  private void journalIsDenseAndStateIsItsFold() {
    assertThat(store.audit().differences()).isEmpty();
  }

  private void acknowledgedExactlyOnce() {
    Map<CommandKey, Long> versions = new HashMap<>();
    for (int i = 0; i < STREAMS; i++) {
      for (JournalEntry entry : all(account(i))) {
        var key = new CommandKey(entry.stream(), entry.command());
        assertThat(versions.put(key, entry.version())).as("twice: %s", key).isNull();
      }
    }
    var committed = new HashSet<CommandKey>();
    var firsts = new HashMap<CommandKey, Integer>();
    for (Answered answered : history) {
      CommandKey key = CommandKey.of(answered.command());
      switch (answered.outcome()) {
        case Outcome.Done done when key.stream().key().startsWith("own") ->
            assertThat(store.state(key.stream()).get("v")).isEqualTo(done.version());
        case Outcome.Done done -> {
          assertThat(versions).containsEntry(key, done.version());
          committed.add(key);
          firsts.merge(key, done.hit() ? 0 : 1, Integer::sum);
        }
        case Outcome.Refused r -> {}
        case Outcome.VersionConflict v -> {}
        default -> throw new AssertionError("unexpected: " + answered.outcome());
      }
    }
    assertThat(firsts.values()).containsOnly(1);
    versions.keySet().stream()
        .filter(key -> history.stream().anyMatch(h -> CommandKey.of(h.command()).equals(key)))
        .forEach(key -> assertThat(committed).contains(key));
  }

  /** Transfers move, takes never go below nought: the journal itself proves it. */
  private void nothingElseChangedTheBalances() {
    for (int i = 0; i < STREAMS; i++) {
      long balance = 0;
      for (Recorded<AccountEvent> event : events(account(i))) {
        balance += ((Added) event.event()).amount();
        assertThat(balance).isNotNegative();
      }
      Object stored = store.state(account(i)).get("balance");
      assertThat(stored).isEqualTo(balance);
    }
  }

  private List<JournalEntry> all(StreamId stream) {
    var entries = new ArrayList<JournalEntry>();
    List<JournalEntry> page = store.journal(stream);
    while (!page.isEmpty()) {
      entries.addAll(page);
      page = store.history().entries(stream, entries.getLast().version(), 500);
    }
    return entries;
  }

  private List<Recorded<AccountEvent>> events(StreamId stream) {
    var codec = TestStore.kinds(1).of(stream).eventsOf(AccountEvent.class);
    return all(stream).stream().flatMap(entry -> entry.recorded(codec).stream()).toList();
  }
}
