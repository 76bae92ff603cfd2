package cn.linli.timebank.ledger;

import java.time.LocalDate;

/**
 * What was given away on one day, for the day's limit.
 *
 * @param minutes transferred and donated
 * @param points likewise
 */
public record Given(LocalDate day, long minutes, long points) {}
