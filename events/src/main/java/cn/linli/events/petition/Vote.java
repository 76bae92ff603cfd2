package cn.linli.events.petition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a resident said about the handling, at a visit or by rating. One vote counts per round.
 *
 * @param day the day it counts on
 * @param contacted whether the resident confirms first contact within its limit; null where none
 *     was owed
 * @param grade 1 (very dissatisfied) to 5 (very satisfied)
 */
public record Vote(
    LocalDate day,
    @Nullable Boolean contacted,
    @Nullable Answer resolved,
    @Nullable Boolean satisfied,
    @Nullable Integer grade) {}
