/**
 * Journal → topic. The journal's change stream is the outbox: one leader per service reads it and
 * writes events and its own position in one Kafka transaction, so that a {@code read_committed}
 * reader sees every event once, dense per stream and per partition. Where it can't be sure, it
 * stops and raises an alarm; it never guesses.
 */
@NullMarked
package cn.linli.platform.relay;

import org.jspecify.annotations.NullMarked;
