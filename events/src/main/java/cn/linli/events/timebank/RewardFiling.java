package cn.linli.events.timebank;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a community's catalogue.
 *
 * @param division the community that gives it: a code of 12 digits
 * @param titleRef what it is called, in the vault
 * @param service kind of service, for instance {@code repair}; null for goods
 * @param unit that it is paid in; the other one never pays it
 * @param price of one, in that unit, at first
 * @param stock how many there are at first; null: as often as it is asked for
 * @param quarterLimit how many of it one account may order in a calendar quarter; null: no limit
 * @param provider whose people fulfil its orders too; null: only clerks do
 */
public record RewardFiling(
    String division,
    String titleRef,
    RewardKind kind,
    @Nullable String service,
    Unit unit,
    long price,
    @Nullable Integer stock,
    @Nullable Integer quarterLimit,
    @Nullable RewardProvider provider) {}
