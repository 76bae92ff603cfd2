package cn.linli.timebank.clearing;

import cn.linli.timebank.domain.clearing.NetPositions.Position;
import java.time.LocalDate;
import java.util.List;

/**
 * What communities gave each other in a period, in minutes. The positions of one tier sum to zero:
 * whoever lies outside the division asked for and dealt with it is listed too.
 *
 * @param until last day, included
 * @param sum of the net positions of each tier
 * @param pairs what any two of them owe each other
 */
public record ClearingReply(
    String division,
    LocalDate from,
    LocalDate until,
    List<Position> communities,
    List<Position> districts,
    List<Position> cities,
    long sum,
    List<PairShown> pairs) {

  /**
   * @param low the lower of the two codes
   * @param spentLow minutes that members of {@code low} spent in {@code high} in the period
   * @param spentHigh the other way round
   * @param owed what {@code low} owes {@code high} at the end of the period, from all time
   */
  public record PairShown(String low, String high, long spentLow, long spentHigh, long owed) {}
}
