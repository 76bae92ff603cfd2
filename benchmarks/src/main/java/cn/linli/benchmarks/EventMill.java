package cn.linli.benchmarks;

import cn.linli.events.EventCodec;
import cn.linli.events.Stamp;
import cn.linli.events.petition.Answer;
import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.Facets;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Span;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.Urgency;
import cn.linli.events.petition.Vote;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.JournalEntry.Encoded;
import cn.linli.platform.commit.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Grinds out lives of requests as the journal keeps them: five commits of one event each, in 12
 * streets, over a year. The n-th commit is always the same.
 */
final class EventMill {

  static final int COMMITS_PER_LIFE = 5;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant FIRST = Instant.parse("2025-11-01T00:30:00Z");
  private static final int MINUTES_OF_YEAR = 365 * 24 * 60;

  /** A journal is written in the order of time: a million commits tell one year. */
  private static final int LIVES_OF_YEAR = 200_000;

  private static final String[] CATEGORIES = {
    "heating", "parking", "sanitation", "noise", "illegal-building"
  };
  private static final Deadlines NO_DEADLINES =
      new Deadlines(null, null, null, null, null, null, null, null, "benchmark", false);

  private final EventCodec<PetitionEvent> codec = EventCodec.of(PetitionEvent.class);

  JournalEntry commit(long n) {
    long life = n / COMMITS_PER_LIFE;
    int step = (int) (n % COMMITS_PER_LIFE);
    Instant at =
        FIRST.plus(life * MINUTES_OF_YEAR / LIVES_OF_YEAR + step * 1_500L, ChronoUnit.MINUTES);
    String division = "370602%03d%03d00%d".formatted(1 + life % 12, 1 + life % 9, 1 + life % 7);
    PetitionEvent event = event(life, step, at, division);
    var stamp =
        new Stamp(
            LocalDate.ofInstant(at, ZONE),
            at,
            List.of(
                "37",
                "3706",
                "370602",
                division.substring(0, 9),
                division.substring(0, 12),
                division));
    var stream = new StreamId("petition", "mill%020d".formatted(life));
    return new JournalEntry(
        stream,
        step + 1,
        step + 1,
        List.of(new Encoded(codec.type(event), codec.encode(event, stamp))),
        "c%024d".formatted(n),
        "h%024d".formatted(n),
        200,
        stream,
        "community-clerk@370602003006#benchmark",
        at,
        "correlation-%d".formatted(life),
        "c%024d".formatted(n));
  }

  static String division(JournalEntry commit) {
    String json = commit.events().getFirst().json();
    int end = json.lastIndexOf("\"]");
    return json.substring(json.lastIndexOf('"', end - 1) + 1, end);
  }

  private static PetitionEvent event(long life, int step, Instant at, String division) {
    var facets =
        new Facets(
            Kind.COMPLAINT,
            Regime.HOTLINE,
            CATEGORIES[(int) (life % CATEGORIES.length)],
            Channel.HOTLINE,
            false);
    var unit = new Unit(Level.GRID, division, null);
    var span =
        new Span(
            at.minus(3_000, ChronoUnit.MINUTES),
            at.plus(1, ChronoUnit.DAYS),
            true,
            3_000 + life % 9_000,
            0,
            2);
    String ref = "v%026d".formatted(life);
    return switch (step) {
      case 0 ->
          new PetitionEvent.Submitted(
              facets,
              Urgency.NORMAL,
              division,
              unit,
              NO_DEADLINES,
              at,
              false,
              false,
              false,
              false,
              1,
              ref,
              ref,
              null,
              null,
              null,
              null,
              null,
              List.of());
      case 1 -> new PetitionEvent.Accepted(unit, false, NO_DEADLINES);
      case 2 ->
          new PetitionEvent.Resolved(
              facets, unit, Level.GRID, Outcome.SOLVED, ref, span, false, 1, null);
      case 3 ->
          new PetitionEvent.Voted(
              facets,
              true,
              new Vote(LocalDate.ofInstant(at, ZONE), true, Answer.YES, true, 5),
              null,
              null);
      default -> new PetitionEvent.Closed(facets, Level.GRID, span, false, 1, null, null);
    };
  }
}
