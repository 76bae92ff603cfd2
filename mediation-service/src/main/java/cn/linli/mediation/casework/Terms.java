package cn.linli.mediation.casework;

import org.jspecify.annotations.Nullable;

/**
 * What one party owes another, as it lies in the vault.
 *
 * @param amountFen null where it is not about money
 * @param manner how it is done: at once, by instalments, in kind
 */
public record Terms(
    String content, @Nullable Long amountFen, String manner, @Nullable String place) {}
