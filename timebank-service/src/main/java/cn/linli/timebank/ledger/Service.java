package cn.linli.timebank.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Time somebody served, as long as another service might overlap. Short names: there may be many.
 *
 * @param from seconds since 1970
 * @param until the same, not part of it
 * @param minutes given, after the caps
 * @param ref what it was; null: nobody asks
 * @param after number of the last line that had spent minutes when it was recorded: since then the
 *     passbook has only got fuller
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Service(
    @JsonProperty("f") long from,
    @JsonProperty("u") long until,
    @JsonProperty("m") int minutes,
    @JsonProperty("r") @Nullable String ref,
    @JsonProperty("s") long after) {

  /** How long a service may be recorded after it was given, and is remembered for that. */
  public static final int DAYS_MAX = 40;

  public boolean overlaps(Interval other) {
    return from < other.until().getEpochSecond() && other.from().getEpochSecond() < until;
  }
}
