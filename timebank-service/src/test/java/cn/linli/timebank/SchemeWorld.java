package cn.linli.timebank;

import static cn.linli.timebank.Bank.HERE;
import static cn.linli.timebank.Bank.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.ExpiryPostponed;
import cn.linli.events.timebank.Unit;
import cn.linli.local.LocalServers;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.AccountTimers;
import cn.linli.timebank.wristbands.Kiosk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** People whom a community's scheme concerns, for tests that change it. */
final class SchemeWorld implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Nine o'clock two days ago: settled by now, and not too late to be taken. */
  static final Instant MORNING =
      WorkCalendar.startOfDay(WorkCalendar.dayOf(Instant.now().minus(Duration.ofHours(48))))
          .plus(Duration.ofHours(9));

  final Bank bank;
  private final Kiosk kiosk;
  private int people;
  private int readings;

  SchemeWorld() {
    String topic = LocalServers.kafka().freshTopic("linli.timebank", 2);
    bank =
        new Bank(
            new Server(
                "scheme-settings",
                Clock.systemUTC(),
                "spring.kafka.bootstrap-servers=" + LocalServers.brokers(),
                "spring.cloud.stream.kafka.binder.brokers=" + LocalServers.brokers(),
                "linli.relay.topic=" + topic,
                "linli.relay.partitions=2",
                "linli.timebank.own-topic=" + topic,
                "linli.timebank.petition-topic="
                    + LocalServers.kafka().freshTopic("linli.petition", 2),
                "linli.timebank.mediation-topic="
                    + LocalServers.kafka().freshTopic("linli.mediation", 2)));
    await().atMost(PATIENCE).until(bank.server::accepts);
    bank.community(HERE);
    kiosk = new Kiosk(bank.server.as("device@" + HERE + "/k1")).registered("yard", "meals");
  }

  /** The scheme in force, with these settings. */
  void scheme(Object... changes) {
    bank.scheme(HERE, changes);
  }

  String someone() {
    return "person-" + ++people;
  }

  Person clerk() {
    return bank.clerk(HERE);
  }

  Person resident(String name) {
    return bank.resident(HERE, name);
  }

  int minutes(String account) {
    return bank.available(account, "minutes");
  }

  Reply opened(String name, String kind) {
    return resident(name)
        .post("/bank/accounts", "holder", Map.of("name", name), "kind", kind, "division", HERE)
        .created();
  }

  Reply granted(String account, int amount) {
    return clerk()
        .post(
            "/bank/accounts/" + account + "/grants",
            "unit",
            "minutes",
            "amount",
            amount,
            "evidence",
            "公共资金");
  }

  /** Two holders who are related as said: the ids of their passbooks. */
  List<String> related(String kind, String one, String two, String place) {
    var ids = List.of(bank.account(HERE, one, "minutes", 100), bank.account(place, two));
    once(bank.server.as("bank-clerk@370602003"))
        .post(
            "/bank/accounts/" + ids.getFirst() + "/relations",
            "account",
            ids.getLast(),
            "kind",
            kind,
            "evidence",
            "户口簿")
        .ok();
    return ids;
  }

  Reply gives(String name, String from, String to, int amount) {
    return resident(name)
        .post("/bank/transfers", "from", from, "to", to, "unit", "minutes", "amount", amount);
  }

  /** What sessions of so many minutes, an hour and a half apart, are worth; the passbook. */
  String served(int... minutes) {
    var reads = new ArrayList<Kiosk.Read>();
    String code = code();
    for (int i = 0; i < minutes.length; i++) {
      Instant from = MORNING.plus(Duration.ofMinutes(90L * i));
      reads.add(new Kiosk.Read(code, "check-in", from, ++readings));
      reads.add(
          new Kiosk.Read(code, "check-out", from.plus(Duration.ofMinutes(minutes[i])), ++readings));
    }
    return read(code, reads, minutes.length);
  }

  String code() {
    return "BAND-" + someone();
  }

  Kiosk.Read checkIn(String code, Instant at) {
    return new Kiosk.Read(code, "check-in", at, ++readings);
  }

  Kiosk.Read checkOut(String code, Instant at) {
    return new Kiosk.Read(code, "check-out", at, ++readings);
  }

  /** A new holder's wristband was read so; waits until so many sessions are settled. */
  String read(String code, List<Kiosk.Read> reads, int sessions) {
    String account = bank.account(HERE, someone());
    clerk()
        .post(
            "/bank/wristbands",
            "code",
            code,
            "account",
            account,
            "since",
            MORNING.minusSeconds(3_600).toString())
        .created();
    kiosk.send(reads).ok().has("taken", reads.size());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(sessions(code)).as(code).isGreaterThanOrEqualTo(sessions));
    return account;
  }

  int sessions(String code) {
    return clerk().get("/bank/wristbands/" + code).ok().at("sessions").size();
  }

  /** A child with a passbook and a token of its own. */
  String child(String name) {
    String parent = bank.account(HERE, someone());
    return clerk()
        .post(
            "/bank/accounts",
            "holder",
            Map.of("name", "王小二", "birthYear", 2_016, "account", "resident@" + HERE + "/" + name),
            "kind",
            "person",
            "division",
            HERE,
            "guardian",
            parent,
            "consent",
            "同意")
        .created()
        .id();
  }

  String activity(String service) {
    return once(bank.server.as("community-clerk@" + HERE))
        .post(
            "/bank/activities",
            "division",
            HERE,
            "title",
            "周末活动",
            "service",
            service,
            "startsAt",
            Instant.now().minusSeconds(3_600).toString(),
            "endsAt",
            Instant.now().plusSeconds(3_600).toString(),
            "places",
            5)
        .created()
        .id();
  }

  /** A neighbour did for another what takes so long, and the other one says so. */
  Reply helped(int minutes) {
    String elder = someone();
    String helper = someone();
    String pays = bank.account(HERE, elder, "minutes", 100);
    String earns = bank.account(HERE, helper);
    String need =
        resident(elder)
            .post(
                "/bank/needs",
                "account",
                pays,
                "service",
                "outing",
                "minutes",
                minutes,
                "until",
                Instant.now().plusSeconds(90_000).toString(),
                "words",
                "陪同复查")
            .created()
            .id();
    once(bank.server.as("community-clerk@" + HERE)).post("/bank/needs/" + need + "/audit").ok();
    String match =
        "/bank/matches/"
            + resident(helper)
                .post("/bank/matches", "need", need, "provider", earns)
                .created()
                .id();
    resident(elder).post(match + "/agree").ok();
    Instant end = Instant.now().minusSeconds(60);
    resident(helper)
        .post(
            match + "/deliver",
            "began",
            end.minus(Duration.ofMinutes(minutes)).toString(),
            "ended",
            end.toString())
        .ok();
    return resident(elder).post(match + "/confirm", "minutes", minutes);
  }

  Person member(int number) {
    return once(bank.server.as("council-member@" + HERE + "/m" + number));
  }

  /** A deed that as many members of the council approve; its path. */
  String deed(int votes) {
    String household = opened(someone(), "household").id();
    String path =
        "/bank/deeds/"
            + resident(someone())
                .post("/bank/deeds", "account", household, "deed", "helping", "evidence", "送饭")
                .created()
                .id();
    for (int i = 1; i <= votes; i++) {
      member(i).post(path + "/vote", "approve", true).ok();
    }
    return path;
  }

  /**
   * Time passes for one passbook, as its timer would have it.
   *
   * @return whether anything fell due until then
   */
  boolean later(String account, Instant until) {
    return commits(
        account,
        now -> {
          Instant due = AccountTimers.due(now);
          return due == null || due.isAfter(until)
              ? Decision.refuse("nothing-due")
              : AccountTimers.fallDue(now, until);
        });
  }

  /** What expires on a day far off expires yesterday: the bank's own timer finds it. */
  void expired(String account, LocalDate day) {
    LocalDate yesterday = WorkCalendar.dayOf(Instant.now()).minusDays(1);
    var moved = new ExpiryPostponed(Unit.MINUTES, day, yesterday);
    assertThat(commits(account, _ -> Decision.accept(moved))).isTrue();
  }

  private boolean commits(String account, Function<Account, Decision<AccountEvent>> rule) {
    var stream = new StreamId("a", account);
    var command =
        new Command(
            stream + "/later/" + ++people,
            true,
            "hash",
            List.of(stream),
            null,
            "timer@37#test",
            "thread",
            "cause",
            200,
            List.of(),
            Command.<Account, AccountEvent>single(
                stream, Account.class, (state, at) -> rule.apply(state)));
    return bank.server.bean(CommandGate.class).submit(command).join() instanceof Outcome.Done;
  }

  @Override
  public void close() {
    bank.close();
  }
}
