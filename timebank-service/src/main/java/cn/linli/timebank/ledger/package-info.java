/**
 * Passbooks: how minutes and points are booked. Pure: no clock, no store, no framework.
 *
 * <p>A capability that moves value makes a {@link cn.linli.timebank.ledger.Transaction}; {@link
 * cn.linli.timebank.ledger.Book} is the only place that turns one into events.
 */
@NullMarked
package cn.linli.timebank.ledger;

import org.jspecify.annotations.NullMarked;
