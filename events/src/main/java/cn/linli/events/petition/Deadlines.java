package cn.linli.events.petition;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a request. All instants are already rolled to a working day where the rule asks so.
 *
 * @param rungBy when it moves one rung up by itself unless handled; null on the top rung
 * @param rawDate the answer's last day before it was rolled forward
 * @param basis the rule's source, shown to people
 * @param provisional true where a day lies outside the covered years of the calendar
 */
public record Deadlines(
    @Nullable Instant transferBy,
    @Nullable Instant noticeBy,
    @Nullable Instant dispatchBy,
    @Nullable Instant contactBy,
    @Nullable Instant answerBy,
    @Nullable Instant reviewBy,
    @Nullable Instant rungBy,
    @Nullable LocalDate rawDate,
    String basis,
    boolean provisional) {}
