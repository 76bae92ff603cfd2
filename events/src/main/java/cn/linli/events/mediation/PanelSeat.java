package cn.linli.events.mediation;

import org.jspecify.annotations.Nullable;

/**
 * Who sits where.
 *
 * @param seat code of the seat, from the table of mechanisms
 * @param mediator id on the roster
 * @param account keyed hash of the account the mediator acts with; null: others record their acts
 * @param lead leads the panel
 * @param volunteer unpaid when appointed: what minutes may be credited for
 */
public record PanelSeat(
    String seat, String mediator, @Nullable String account, boolean lead, boolean volunteer) {}
