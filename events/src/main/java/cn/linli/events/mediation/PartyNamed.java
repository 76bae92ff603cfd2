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
 * @param phoneMark keyed hash of its phone; null: none is known
 */
public record PartyNamed(
    String no,
    PartyRole role,
    PartyType type,
    String nameRef,
    @Nullable String organisation,
    boolean represented,
    boolean filer,
    boolean consented,
    @Nullable String phoneMark) {

  /** Whose phone is not known. */
  public PartyNamed(
      String no,
      PartyRole role,
      PartyType type,
      String nameRef,
      @Nullable String organisation,
      boolean represented,
      boolean filer,
      boolean consented) {
    this(no, role, type, nameRef, organisation, represented, filer, consented, null);
  }
}
