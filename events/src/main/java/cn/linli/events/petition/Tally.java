package cn.linli.events.petition;

import java.time.LocalDate;

/**
 * What one request adds to a figure on a day.
 *
 * @param what the count's name in the views, for instance {@code deliberationsHeld}: letters only
 * @param times negative where something counted before is taken back
 */
public record Tally(String what, LocalDate day, int times) {}
