package cn.linli.mediation.agreements;

import cn.linli.platform.calendar.WorkCalendar;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * By when something is owed: a day ({@code 2026-03-31}, to its end) or an instant with an offset.
 *
 * @param at the last instant that is in time
 */
record Due(Instant at) {

  @JsonCreator
  static Due of(String text) {
    try {
      return text.indexOf('T') < 0
          ? new Due(WorkCalendar.endOfDay(LocalDate.parse(text)).minusMillis(1))
          : new Due(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("due is no day and no instant with an offset", e);
    }
  }

  @JsonValue
  String wire() {
    return at.toString();
  }
}
