package cn.linli.timebank.orders;

import cn.linli.events.timebank.RewardKind;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.web.Versioned;
import cn.linli.timebank.domain.orders.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param division the community that gives
 * @param payerDivision the community of the account that pays
 * @param price of one, when it was ordered
 * @param amount what is or was held, in the unit
 * @param until when it lapses
 * @param deliveredBy account of the volunteer who did it
 */
public record OrderReply(
    String id,
    String account,
    String reward,
    RewardKind kind,
    String division,
    String payerDivision,
    int quantity,
    Unit unit,
    long price,
    long amount,
    Order.Status status,
    Instant placedAt,
    Instant until,
    @Nullable Instant endedAt,
    @Nullable String deliveredBy,
    long version)
    implements Versioned {}
