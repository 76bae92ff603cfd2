package cn.linli.events.mediation;

import org.jspecify.annotations.Nullable;

/**
 * One side of a dispute.
 *
 * @param no from {@code p1} to {@code p50}
 * @param nameRef name, phone and representative
 * @param organisation code of the body it is, whose officers speak for it
 * @param filer who filed speaks for it
 * @param consented its consent was given or recorded with the filing
 */
public record PartyNamed(
    String no,
    PartyRole role,
    PartyType type,
    String nameRef,
    @Nullable String organisation,
    boolean represented,
    boolean filer,
    boolean consented) {}
