package cn.linli.timebank.statements;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.timebank.statements.Statement.Line;
import cn.linli.timebank.statements.Statement.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A passbook as it might be. */
final class Samples {

  static final String ACCOUNT = "7k2mq0c9t4v1x8e5w3z6abcdfg";
  private static final Instant FIRST = Instant.parse("2026-03-02T01:30:00Z");

  private final List<Line> lines = new ArrayList<>();
  private final Unit unit;
  private long balance;

  private Samples(Unit unit) {
    this.unit = unit;
  }

  /** {@code months}: of about five lines each. */
  static Statement statement(int months) {
    var minutes = new Samples(Unit.MINUTES);
    for (int month = 0; month < months; month++) {
      minutes
          .line(120, Reason.SERVICE, "lunch")
          .line(90, Reason.SERVICE, "repair")
          .line(-60, Reason.REDEEMED, "help")
          .line(60, Reason.SESSION, null)
          .line(-30, Reason.TRANSFER, null);
    }
    var points = new Samples(Unit.POINTS);
    points.line(60, Reason.WELCOME, null).line(20, Reason.DEED, null);
    points.line(-30, Reason.REDEEMED, null);
    return new Statement(
        ACCOUNT,
        "张三",
        "370602003006",
        "烟台市芝罘区毓璜顶街道大海阳社区",
        LocalDate.parse("2026-01-01"),
        LocalDate.parse("2026-11-22"),
        Instant.parse("2026-11-21T16:00:00Z"),
        minutes.part(),
        points.part());
  }

  private Samples line(long amount, Reason reason, @Nullable String service) {
    balance += amount;
    int seq = lines.size() + 1;
    String counter = "issue:370602003006";
    Instant at = FIRST.plus(6L * lines.size(), ChronoUnit.DAYS);
    String hash = "%064x".formatted(7_919L * seq);
    lines.add(
        new Line(
            new Posted(
                ACCOUNT + "-" + unit.code() + "-" + seq,
                unit,
                amount,
                balance,
                0,
                counter,
                reason,
                null,
                hash,
                service,
                null,
                null),
            at));
    return this;
  }

  private Part part() {
    return new Part(unit, 0, balance, lines);
  }
}
