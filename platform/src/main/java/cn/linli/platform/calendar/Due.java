package cn.linli.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a limit ends.
 *
 * @param at the last instant that is still in time; for days it is 24:00 of the last day
 * @param rawDate the last day before it was rolled off a rest day
 * @param provisional true if a day it was counted over lies outside the covered years
 */
public record Due(Instant at, LocalDate rawDate, boolean provisional) {}
