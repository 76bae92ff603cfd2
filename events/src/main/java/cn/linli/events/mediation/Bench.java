package cn.linli.events.mediation;

import org.jspecify.annotations.Nullable;

/**
 * Who mediates a dispute: a committee, or the peacemakers of a building.
 *
 * @param division where they work
 * @param committee id of the committee; the division's code where it is the division's own; null at
 *     building level
 */
public record Bench(DisputeLevel level, String division, @Nullable String committee) {}
