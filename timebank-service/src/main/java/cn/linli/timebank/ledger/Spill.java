package cn.linli.timebank.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Minutes that a full passbook could not keep and that went to the pool. Short names: there may be
 * many.
 *
 * @param seq number of the line
 * @param left minutes of it that no correction has brought back
 * @param at seconds since 1970
 */
public record Spill(
    @JsonProperty("n") long seq, @JsonProperty("l") long left, @JsonProperty("a") long at) {}
