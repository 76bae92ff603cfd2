package cn.linli.timebank.wristbands;

import cn.linli.events.Recorded;
import cn.linli.events.timebank.DoubtEvent.DoubtEnded;
import cn.linli.events.timebank.DoubtEvent.SessionDoubted;
import cn.linli.events.timebank.ReversalEvent.LineCorrected;
import cn.linli.events.timebank.TimebankEvent;
import cn.linli.events.timebank.Unit;
import cn.linli.events.timebank.WristbandEvent;
import cn.linli.events.timebank.WristbandEvent.BookedSession;
import cn.linli.events.timebank.WristbandEvent.SessionsSettled;
import cn.linli.events.timebank.WristbandEvent.SettlementDue;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Beside;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.reaction.Effect;
import cn.linli.platform.reaction.Reaction;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Kept;
import cn.linli.timebank.casework.ReversalCases;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.domain.wristbands.Doubt;
import cn.linli.timebank.domain.wristbands.Plan;
import cn.linli.timebank.domain.wristbands.Reading;
import cn.linli.timebank.domain.wristbands.Session;
import cn.linli.timebank.domain.wristbands.Settlement;
import cn.linli.timebank.domain.wristbands.Wristband;
import cn.linli.timebank.domain.wristbands.WristbandRules;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Book;
import cn.linli.timebank.ledger.Entry;
import cn.linli.timebank.ledger.Reversal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a wristband's readings are due, they become sessions and sessions become minutes: the lines
 * of the passbook, what the wristband remembers, and the deletion of readings stand in one commit.
 * What arrives between reading and deciding is noticed, and they are looked at again.
 */
final class SettleReadings implements Reaction<TimebankEvent> {

  /** The first day wristbands could be read. */
  private static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

  private static final String PURPOSE = "wristband-session";
  private static final String BEGINS = "wristband-session-begins";

  /** So many sessions of one settlement are looked at for doubts: nobody has more in four days. */
  private static final int DOUBTS_MAX = 150;

  private final CaseStates<Wristband> bands;
  private final CaseStates<Account> accounts;
  private final ReadingStore readings;
  private final Schemes schemes;
  private final KeyedHash hash;

  SettleReadings(
      CaseStates<Wristband> bands,
      CaseStates<Account> accounts,
      ReadingStore readings,
      Schemes schemes,
      KeyedHash hash) {
    this.bands = bands;
    this.accounts = accounts;
    this.readings = readings;
    this.schemes = schemes;
    this.hash = hash;
  }

  @Override
  public String policy() {
    return "settle-readings";
  }

  @Override
  public Instant appliesSince() {
    return SINCE;
  }

  @Override
  public Optional<Effect> react(Recorded<TimebankEvent> event) {
    return event.event() instanceof SettlementDue
        ? bands
            .find(StreamId.parse(event.stream()))
            .map(it -> effect(it.id(), it.state(), event.stamp().recordedAt()))
        : Optional.empty();
  }

  private Effect effect(String id, Wristband seen, Instant now) {
    StreamId band = WristbandCases.stream(id);
    String account = Kept.of(accounts, Objects.requireNonNull(seen.account()));
    String division = Objects.requireNonNull(seen.division());
    // The wristband was read first: readings it has not noted yet make it look again.
    Plan plan =
        Plan.of(
            readings.of(id),
            seen.booked(),
            seen.decided(),
            WristbandScheme.of(schemes, division),
            now,
            names(id));
    List<Beside> gone =
        plan.delete().isEmpty() ? List.of() : List.of(ReadingStore.delete(plan.delete()));
    var own = new ArrayList<StreamId>();
    own.add(band);
    lines(plan).map(ReversalCases::stream).forEach(own::add);
    sessions(plan).map(DoubtCases::stream).forEach(own::add);
    return new Effect(
        Banking.streams(own, List.of(account, Book.pool(division))),
        gone,
        List.of(),
        streams -> settle(streams, band, seen, account, plan));
  }

  private Verdict settle(
      Command.Streams streams, StreamId band, Wristband seen, String account, Plan plan) {
    Wristband now = streams.state(band, Wristband.class);
    if (now.noted() != seen.noted()
        || !now.booked().equals(seen.booked())
        || !now.decided().equals(seen.decided())
        || streams.state(AccountCases.stream(account), Account.class).joinedInto() != null) {
      return new Verdict.Refuse(Refusal.of(WristbandRules.READINGS_MOVED));
    }
    String division = Objects.requireNonNull(seen.division());
    var books =
        SettledBooks.of(
            account,
            division,
            id -> streams.state(AccountCases.stream(id), Account.class),
            streams.at());
    var reversed = new HashSet<String>();
    for (Entry line : lines(plan).toList()) {
      Reversal reversal = streams.state(ReversalCases.stream(line), Reversal.class);
      if (reversal.isPending()) {
        return new Verdict.Refuse(Refusal.of("reversal-pending"));
      }
      if (reversal.status() == Reversal.Status.CONFIRMED) {
        reversed.add(line.id());
      }
    }
    return switch (Settlement.of(
        plan, account, division, books.accounts(), reversed, streams.at(), schemes)) {
      case Settlement.Result.Refused(var refusal) -> new Verdict.Refuse(refusal);
      case Settlement.Result.Settled(var event, var passbooks, var corrected) -> {
        var changes = new ArrayList<Change>();
        changes.add(new Change(band, List.of(event)));
        changes.addAll(books.changes(passbooks));
        changes.addAll(doubts(streams, band, account, division, plan, event));
        plan.takeBack().stream()
            .filter(it -> it.entry() != null && corrected.contains(it.entry()))
            .forEach(it -> changes.add(correction(it, division)));
        yield new Verdict.Accept(changes);
      }
    };
  }

  /** Lines that the plan takes back: each once for all, by hand or by later readings. */
  private static Stream<Entry> lines(Plan plan) {
    return plan.takeBack().stream()
        .map(BookedSession::entry)
        .filter(Objects::nonNull)
        .map(it -> Entry.parse(it).orElseThrow());
  }

  /** Sessions that the plan books or takes back, each once. */
  private static Stream<String> sessions(Plan plan) {
    return Stream.concat(
            plan.book().stream().map(Plan.Due::id),
            plan.takeBack().stream().map(BookedSession::session))
        .distinct()
        .limit(DOUBTS_MAX);
  }

  /** What only a person can judge is put on a list, and what is clear by now is taken off it. */
  private static List<Change> doubts(
      Command.Streams streams,
      StreamId band,
      String account,
      String division,
      Plan plan,
      SessionsSettled settled) {
    var booked = new HashMap<String, BookedSession>();
    settled.booked().forEach(it -> booked.put(it.session(), it));
    var begins = new HashMap<String, String>();
    plan.book().forEach(it -> begins.put(it.id(), it.begins()));
    var changes = new ArrayList<Change>();
    sessions(plan)
        .forEach(id -> {
          StreamId stream = DoubtCases.stream(id);
          BookedSession now = booked.get(id);
          if (now != null && Doubt.isDoubtful(now)) {
            changes.add(
                new Change(
                    stream,
                    List.of(
                        new SessionDoubted(
                            now,
                            band.key(),
                            account,
                            division,
                            Objects.requireNonNull(begins.get(id))))));
          } else if (streams.state(stream, Doubt.class).isOpen()) {
            changes.add(new Change(stream, List.of(new DoubtEnded(id))));
          }
        });
    return changes;
  }

  /** The line may stand on a passbook that was joined into the one it is taken back from. */
  static Change correction(BookedSession it, String division) {
    Entry line = Entry.parse(Objects.requireNonNull(it.entry())).orElseThrow();
    return new Change(
        ReversalCases.stream(line),
        List.of(
            new LineCorrected(line.id(), division, line.account(), Unit.MINUTES, it.credited())));
  }

  /** The same readings make the same session, whichever kiosk of a place they came through. */
  private Plan.Names names(String band) {
    return new Plan.Names() {
      @Override
      public String of(Session it) {
        return hash.of(
            PURPOSE,
            band,
            it.place(),
            it.from().toString(),
            it.until().toString(),
            String.valueOf(it.flag()));
      }

      @Override
      public String begins(Session it) {
        return hash.of(BEGINS, band, it.place(), it.from().toString());
      }
    };
  }

  @Override
  public Effect decline(Recorded<TimebankEvent> event, Refusal why) {
    StreamId band = StreamId.parse(event.stream());
    boolean over = givesUp(band, why, event.stamp().recordedAt());
    List<Reading> left = over ? readings.of(band.key()) : List.of();
    return new Effect(
        List.of(band),
        left.isEmpty() ? List.of() : List.of(ReadingStore.delete(left)),
        List.of(),
        Command.<Wristband, WristbandEvent>single(
            band, Wristband.class, (_, at) -> WristbandRules.putOff(why.code(), over, at)));
  }

  private boolean givesUp(StreamId band, Refusal why, Instant at) {
    return bands
        .find(band)
        .filter(it -> WristbandRules.givesUp(it.state(), why.code(), at))
        .isPresent();
  }
}
