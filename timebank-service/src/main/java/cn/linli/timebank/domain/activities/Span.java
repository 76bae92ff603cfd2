package cn.linli.timebank.domain.activities;

import java.time.Duration;
import java.time.Instant;

/** From coming to going. */
public record Span(Instant from, Instant to) {

  /** Whole minutes. */
  public int minutes() {
    return (int) Duration.between(from, to).toMinutes();
  }

  public boolean meets(Span other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }
}
