package cn.linli.platform.search;

import cn.linli.events.account.AccountEvent;
import cn.linli.events.account.AccountEvent.Added;
import cn.linli.events.account.AccountEvent.Opened;
import cn.linli.events.account.AccountEvent.Padded;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Account;
import cn.linli.platform.commit.AccountKind;
import cn.linli.platform.commit.Accounts;
import cn.linli.platform.commit.Committer;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.TestStore;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.vault.Sketch;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Accounts whose padding is a text that can be found, and what a naive scan says of them. */
final class Texts implements AutoCloseable {

  /** What is stored; a blank text is an erased one. */
  record Known(String id, long receivedMillis, String division, String text) {}

  final TestStore store = new TestStore();
  final Map<String, Known> answered = new ConcurrentHashMap<>();

  /** Asked to be erased, answered or not yet. */
  final Set<String> erasing = ConcurrentHashMap.newKeySet();

  private final Sketch sketch;
  private final Kinds kinds;
  private final AccountKind kind;
  private final List<Committer> committers;
  final WordSearch<Account> search;

  Texts() {
    this(true);
  }

  /** For comparison: nothing is noted, so nothing can be found. */
  static Texts withoutIndex() {
    return new Texts(false);
  }

  private Texts(boolean indexed) {
    sketch = secrets().sketch();
    kind =
        new AccountKind() {
          @Override
          public void index(Account state, Document into) {
            into.append(ListOrder.RECEIVED, new Date(state.balance()))
                .append(ListOrder.DIVISION, state.division());
            String text = state.padding();
            if (text != null && !text.isBlank()) {
              into.append(ListOrder.SKETCH, sketch.of(text));
            }
          }
        };
    kinds = TestStore.kinds(kind);
    MongoDatabase database = store.database();
    SearchBeans.schema().forEach(part -> database.createCollection(part.collection()));
    database
        .getCollection(StateStore.COLLECTION)
        .createIndex(new Document(ListOrder.RECEIVED, 1).append("_id", 1));
    committers = List.of(committer(indexed), committer(indexed));
    search = search(database);
  }

  private Committer committer(boolean indexed) {
    return indexed ? store.committer(kinds, new NewEntries()) : store.committer(kinds);
  }

  private static Secrets secrets() {
    try {
      return Secrets.loadOrCreate(Files.createTempDirectory("texts").resolve("keyset"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  WordSearch<Account> search(MongoDatabase database) {
    var states = new CaseStates<>(database, new StateStore(database, kinds), kind);
    return new WordSearch<>(
        database, states, sketch, account -> Instant.ofEpochMilli(account.balance()));
  }

  /** Texts that a sketch can't tell from one with the words: how many depends on its secret. */
  int covering(String words, String division) {
    return (int)
        store
            .database()
            .getCollection(StateStore.COLLECTION)
            .countDocuments(
                Filters.and(
                    sketch.filter(ListOrder.SKETCH, words),
                    Filters.regex(ListOrder.DIVISION, "^" + division)));
  }

  SegmentMaker maker() {
    return maker(store.client());
  }

  SegmentMaker maker(MongoClient client) {
    return new SegmentMaker(client, client.getDatabase(store.database().getName()));
  }

  SearchAudit.Report audit() {
    return new SearchAudit(store.client(), store.database()).run();
  }

  CompletableFuture<Outcome> file(Known known) {
    return submit(
        known,
        new Opened(known.division()),
        new Added(known.receivedMillis(), null),
        new Padded(known.text()));
  }

  CompletableFuture<Outcome> erase(Known known) {
    erasing.add(known.id());
    var erased = new Known(known.id(), known.receivedMillis(), known.division(), "");
    return submit(erased, new Padded(""));
  }

  CompletableFuture<Outcome> move(Known known, String division) {
    var moved = new Known(known.id(), known.receivedMillis(), division, known.text());
    return submit(moved, new Opened(division));
  }

  private CompletableFuture<Outcome> submit(Known known, AccountEvent... events) {
    var committer = committers.get(Math.floorMod(known.id().hashCode(), committers.size()));
    return committer
        .submit(
            Accounts.command(
                Accounts.account(known.id()), (state, at) -> Decision.accept(List.of(events))))
        .thenApply(outcome -> {
          if (!(outcome instanceof Outcome.Done)) {
            throw new AssertionError("not done: " + outcome);
          }
          answered.put(known.id(), known);
          return outcome;
        });
  }

  /** All pages together. */
  List<String> found(String words, String division, ListOrder order, int limit) {
    return found(search, words, division, order, limit);
  }

  static List<String> found(
      WordSearch<Account> search, String words, String division, ListOrder order, int limit) {
    var all = new ArrayList<String>();
    Optional<CaseStates.Stored<Account>> last = Optional.empty();
    while (true) {
      Bson list = Filters.regex(ListOrder.DIVISION, "^" + division);
      Optional<Instant> after = last.map(it -> Instant.ofEpochMilli(it.state().balance()));
      if (last.isPresent()) {
        String stream = Accounts.account(last.get().id()).toString();
        list = Filters.and(list, order.beyond(after.get(), stream));
      }
      var wanted = new WordSearch.Wanted(words, list, list, Optional.of(division), order, after);
      var page =
          search.find(
              wanted,
              limit,
              candidates ->
                  candidates.stream()
                      .filter(it -> Sketch.matches(it.state().padding(), words))
                      .toList());
      page.forEach(it -> all.add(it.id()));
      if (page.size() < limit) {
        return all;
      }
      last = Optional.of(page.getLast());
    }
  }

  /** The same by looking at every text. */
  List<String> scanned(String words, String division, ListOrder order) {
    return answered.values().stream()
        .filter(it -> it.division().startsWith(division) && it.text().contains(words))
        .map(it -> new ListOrder.Place(Accounts.account(it.id()).toString(), it.receivedMillis()))
        .sorted(order.places())
        .map(it -> it.stream().substring("account:".length()))
        .toList();
  }

  @Override
  public void close() {
    store.close();
  }
}
