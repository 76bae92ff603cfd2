package cn.linli.gateway.views.figures;

import cn.linli.events.timebank.AccountEvent.Posted;
import java.util.function.ToLongFunction;

/**
 * What a line of a passbook adds to a count.
 *
 * @param amount 0: nothing
 */
record BankRule(Count count, ToLongFunction<Posted> amount) {}
