package cn.linli.events.mediation;

import java.time.LocalDate;

/**
 * A term of office (人民调解法 §9).
 *
 * @param from first day
 * @param until last day
 */
public record CommitteeTerm(LocalDate from, LocalDate until) {}
