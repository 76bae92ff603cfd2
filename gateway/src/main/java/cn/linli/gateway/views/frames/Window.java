package cn.linli.gateway.views.frames;

import cn.linli.gateway.views.cells.Period;
import java.time.LocalDate;

/**
 * What a frame looks at.
 *
 * @param at as known at the end of this day: what was recorded later is left out
 */
public record Window(Period period, LocalDate at) {}
