package cn.linli.timebank.ledger;

import java.time.Duration;
import java.time.Instant;

/** From when until when somebody served; {@code until} is not part of it. */
public record Interval(Instant from, Instant until) {

  public Interval {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("an interval ends after it begins");
    }
  }

  public int minutes() {
    return Math.toIntExact(Math.min(Duration.between(from, until).toMinutes(), Integer.MAX_VALUE));
  }
}
