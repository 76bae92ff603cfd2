package cn.linli.timebank.rewards;

import cn.linli.events.timebank.RewardKind;
import cn.linli.events.timebank.RewardProvider;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.web.Versioned;
import cn.linli.timebank.domain.rewards.Reward;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item of a catalogue.
 *
 * @param title null where it can't be read any more
 * @param price of one, in the unit
 * @param left how many there are; null: as often as it is asked for
 * @param provider whose people fulfil its orders too; null: only clerks do
 */
public record RewardReply(
    String id,
    String division,
    @Nullable String title,
    RewardKind kind,
    @Nullable String service,
    Unit unit,
    long price,
    @Nullable Integer left,
    @Nullable Integer quarterLimit,
    @Nullable RewardProvider provider,
    Reward.Standing standing,
    Instant offeredAt,
    long version)
    implements Versioned {}
