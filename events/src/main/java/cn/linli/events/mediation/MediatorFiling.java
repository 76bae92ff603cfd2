package cn.linli.events.mediation;

import org.jspecify.annotations.Nullable;

/**
 * What is registered of a mediator.
 *
 * @param committee which elected or appointed them
 * @param elected a member of the committee; else appointed by it (人民调解法 §13)
 * @param nameRef name and phone, in the vault
 * @param account keyed hash of the account they act with; null: they have none
 * @param phoneMark keyed hash of the phone; null: none is known
 */
public record MediatorFiling(
    String committee,
    boolean elected,
    String nameRef,
    @Nullable String account,
    @Nullable String phoneMark,
    MediatorProfile profile) {}
