package cn.linli.events.petition;

import org.jspecify.annotations.Nullable;

/**
 * Who holds or handles a request: the self-governing body or government of a division, or an
 * organisation (department, company) acting in it.
 *
 * @param division code of 15, 12, 9, 6 or 4 digits; its length is the level's
 * @param organisation code such as {@code heating-company}; null for the division's own body
 */
public record Unit(Level level, String division, @Nullable String organisation) {}
