package cn.linli.events.mediation;

/**
 * Number of a case, shown as {@code （2026）X人调字第1号}. Source: 司法部 2010-12 人民调解文书格式.
 *
 * @param committee whose number it is
 * @param number from 1 in each year
 */
public record CaseNumber(String committee, int year, int number) {}
