package cn.linli.events.mediation;

import org.jspecify.annotations.Nullable;

/**
 * What a counted event repeats of its dispute, so that views can break figures down without a
 * look-up.
 *
 * @param mechanism null where nobody was appointed yet
 */
public record DisputeFacets(
    DisputeKind kind, DisputeSource source, DisputeLevel level, @Nullable Mechanism mechanism) {}
