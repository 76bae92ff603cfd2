package cn.linli.timebank.proof;

import org.jspecify.annotations.Nullable;

/**
 * What one event in the stream of two communities says.
 *
 * @param version of their stream
 * @param from the community whose member spends
 * @param minutes that it cleared; 0: it only kept room or gave it back
 * @param total what members of {@code from} ever spent in {@code to}, as it says
 * @param back the other way round
 * @param receiver account in {@code to} that has a line as well; null: none
 */
record PairLine(
    String stream,
    long version,
    String from,
    String to,
    long minutes,
    long total,
    long back,
    @Nullable String receiver) {}
