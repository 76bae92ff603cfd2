package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.StateStore;
import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import cn.linli.testing.ServiceUnderTest;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Requests of every kind that moves value, each said six times, by turns to two instances: what was
 * answered first is answered again, and no document of the database is another than after the first
 * time.
 */
class ReplayedRequestsTest {

  /** Each then has forty orders waiting, of a hundred that may. */
  private static final int REQUESTS_EACH = 200;

  private static final int REPLAYS = 5;
  private static final int AT_ONCE = 64;
  private static final int OVERLOADED = 503;
  private static final int WRONG_MAX = 20;

  /** Streams that go on by the clock, whatever is asked. */
  private static final String ROOTS = "h:";

  private final SplittableRandom random = new SplittableRandom(20_261_123);

  /** What somebody wants; the key is the same each time. */
  private record Request(String user, String key, String path, Map<String, Object> body) {

    Reply sendTo(ServiceUnderTest service) {
      Person person = service.as(user).key(key);
      Reply reply = person.post(path, body);
      while (reply.response().statusCode() == OVERLOADED) {
        reply = person.post(path, body);
      }
      return reply;
    }
  }

  @Test
  void six_hundred_requests_said_five_times_more_change_nothing() {
    replay(600);
  }

  @Test
  @Tag("slow")
  void a_hundred_thousand_requests_said_five_times_more_change_nothing() {
    replay(100_000);
  }

  private void replay(int number) {
    try (var bank = new Bank(new Server("replayed", Clock.systemUTC()))) {
      bank.community(HERE, "transferFriends", true, "transferDayLimit", 600_000);
      replay(bank, number);
    }
  }

  /** The other instance starts with the scheme in force; it would hear of it two seconds later. */
  private void replay(Bank bank, int number) {
    try (var other = bank.server.again()) {
      var requests = requests(bank, number);
      var answers = new String[number];
      var statuses = new TreeMap<Integer, Integer>();
      atOnce(
          number,
          n -> {
            Reply reply = requests.get(n).sendTo(n % 2 == 0 ? bank.server : other);
            answers[n] = said(reply);
            synchronized (statuses) {
              statuses.merge(reply.response().statusCode(), 1, Integer::sum);
            }
          });
      System.out.println("first answers by status " + statuses);
      assertThat(statuses.keySet()).containsExactly(200, 201, 422);
      assertThat(statuses.values()).allSatisfy(it -> assertThat(it).isGreaterThan(number / 100));
      Map<String, Integer> before = content(bank);
      assertThat(before).hasSizeGreaterThan(number);

      Queue<String> wrong = new ConcurrentLinkedQueue<>();
      for (int round = 0; round < REPLAYS; round++) {
        int turn = round;
        atOnce(
            number,
            n -> {
              String again =
                  said(requests.get(n).sendTo((n + turn) % 2 == 0 ? other : bank.server));
              if (!again.equals(answers[n]) && wrong.size() < WRONG_MAX) {
                wrong.add(requests.get(n) + ": " + answers[n] + ", then " + again);
              }
            });
      }

      assertThat(wrong).isEmpty();
      Map<String, Integer> after = content(bank);
      var changed = new TreeSet<>(after.keySet());
      changed.removeIf(it -> after.get(it).equals(before.get(it)));
      assertThat(changed).isEmpty();
      assertThat(after).hasSameSizeAs(before);
    }
  }

  /** What tells whether two answers are one; the rest of a body is what is so by now. */
  private static String said(Reply reply) {
    int status = reply.response().statusCode();
    return status + " " + reply.text(status == 422 ? "code" : "id");
  }

  /** A digest of each document by collection and id, but for the ledger's own roots. */
  private static Map<String, Integer> content(Bank bank) {
    var content = new HashMap<String, Integer>();
    for (String collection : List.of(JournalEntry.COLLECTION, StateStore.COLLECTION)) {
      for (var document :
          bank.server.database().getCollection(collection, RawBsonDocument.class).find()) {
        String id = document.getString("_id").getValue();
        if (!id.startsWith(ROOTS)) {
          content.put(collection + " " + id, Arrays.hashCode(bytes(document)));
        }
      }
    }
    return content;
  }

  private static byte[] bytes(RawBsonDocument document) {
    byte[] bytes = new byte[document.getByteBuffer().remaining()];
    document.getByteBuffer().get(bytes);
    return bytes;
  }

  /** By turns of five: gifts, orders, grants, donations, and gifts of more than anybody has. */
  private List<Request> requests(Bank bank, int number) {
    int people = number / REQUESTS_EACH;
    List<String> accounts =
        IntStream.range(0, people)
            .mapToObj(n -> bank.account(HERE, "person-" + n, "minutes", 600))
            .toList();
    befriend(bank, accounts);
    String haircut = bank.reward(HERE, "service", "minutes", 1);
    Function<Integer, Request> some =
        n -> {
          int who = random.nextInt(people);
          String account = accounts.get(who);
          String next = accounts.get((who + 1) % people);
          String holder = "resident@" + HERE + "/person-" + who;
          int amount = 1 + random.nextInt(3);
          return switch (n % 5) {
            case 0 -> request(n, holder, "/bank/transfers", gift(account, next, amount));
            case 1 ->
                request(
                    n,
                    holder,
                    "/bank/orders",
                    Map.of("account", account, "reward", haircut, "quantity", amount));
            case 2 ->
                request(
                    n,
                    "bank-clerk@" + HERE,
                    "/bank/accounts/" + account + "/grants",
                    Map.of("unit", "minutes", "amount", amount, "evidence", "独居老人"));
            case 3 ->
                request(
                    n,
                    holder,
                    "/bank/transfers",
                    Map.of("from", account, "unit", "minutes", "amount", amount));
            default -> request(n, holder, "/bank/transfers", gift(account, next, 90_000));
          };
        };
    return IntStream.range(0, number).boxed().map(some).toList();
  }

  private static Request request(int n, String user, String path, Map<String, Object> body) {
    return new Request(user, "replayed-request-" + n, path, body);
  }

  private static Map<String, Object> gift(String from, String to, int amount) {
    return Map.of("from", from, "to", to, "unit", "minutes", "amount", amount);
  }

  private static void befriend(Bank bank, List<String> accounts) {
    for (int i = 0; i < accounts.size(); i++) {
      bank.clerk(HERE)
          .post(
              "/bank/accounts/" + accounts.get(i) + "/relations",
              "account",
              accounts.get((i + 1) % accounts.size()),
              "kind",
              "friend",
              "evidence",
              "本人到场")
          .ok();
    }
  }

  private static void atOnce(int number, IntConsumer each) {
    var free = new Semaphore(AT_ONCE);
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < number && failures.isEmpty(); n++) {
        int one = n;
        free.acquireUninterruptibly();
        threads.submit(() -> {
          try {
            each.accept(one);
          } catch (RuntimeException | AssertionError e) {
            failures.add(e);
          } finally {
            free.release();
          }
        });
      }
    }
    assertThat(failures).isEmpty();
  }
}
