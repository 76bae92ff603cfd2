package cn.linli.timebank.domain.clearing;

import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Tier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each community, district and city has given more than it took, in minutes. Within one tier
 * the positions sum to zero, because each pair counts once on either side; what two communities of
 * one district owe each other vanishes in the district's.
 */
public record NetPositions(
    List<Position> communities, List<Position> districts, List<Position> cities) {

  public NetPositions {
    communities = List.copyOf(communities);
    districts = List.copyOf(districts);
    cities = List.copyOf(cities);
  }

  /**
   * Of one division.
   *
   * @param given minutes that members of others spent here
   * @param taken minutes that its members spent at others
   * @param net {@code given − taken}: what the others owe it
   */
  public record Position(String division, long given, long taken, long net) {}

  /**
   * Minutes that members of one community spent in another during a period.
   *
   * @param from the community whose members spent
   */
  public record Flow(String from, String to, long minutes) {}

  public static NetPositions of(Collection<Flow> flows) {
    return new NetPositions(
        on(Tier.COMMUNITY, flows), on(Tier.DISTRICT, flows), on(Tier.CITY, flows));
  }

  private static List<Position> on(Tier tier, Collection<Flow> flows) {
    Map<String, long[]> sums = new TreeMap<>();
    for (Flow flow : flows) {
      String from = on(tier, flow.from());
      String to = on(tier, flow.to());
      if (!from.equals(to)) {
        sums.computeIfAbsent(to, it -> new long[2])[0] += flow.minutes();
        sums.computeIfAbsent(from, it -> new long[2])[1] += flow.minutes();
      }
    }
    return sums.entrySet().stream()
        .map(it ->
            new Position(
                it.getKey(),
                it.getValue()[0],
                it.getValue()[1],
                it.getValue()[0] - it.getValue()[1]))
        .toList();
  }

  /** A time bank of a whole street stands among the communities. */
  private static String on(Tier tier, String community) {
    return DivisionCode.of(community).at(tier).map(DivisionCode::value).orElse(community);
  }
}
