package cn.linli.mediation.referral;

import cn.linli.events.mediation.DisputeKind;
import java.util.Map;
import java.util.Set;

/**
 * What a request's category is as a dispute; what is not listed is {@code other}. Project decision:
 * the two lists of words were made for different offices.
 */
final class KindOfCategory {

  /**
   * Disputes with an authority (行政争议), which no mediator settles (domain rules §4.2). The petition
   * service refuses them too; a list that is kept twice here protects twice.
   */
  private static final Set<String> ADMINISTRATIVE =
      Set.of("government", "enforcement", "relocation", "title-deed", "social-insurance");

  private static final Map<String, DisputeKind> KINDS =
      Map.of(
          "neighbour-dispute", DisputeKind.NEIGHBOURS,
          "noise", DisputeKind.NEIGHBOURS,
          "parking", DisputeKind.NEIGHBOURS,
          "property-management", DisputeKind.PROPERTY_MANAGEMENT,
          "heating", DisputeKind.PROPERTY_MANAGEMENT,
          "water", DisputeKind.PROPERTY_MANAGEMENT,
          "labour", DisputeKind.LABOUR,
          "wages", DisputeKind.LABOUR,
          "consumer", DisputeKind.CONSUMER,
          "medical", DisputeKind.MEDICAL);

  private KindOfCategory() {}

  static DisputeKind of(String category) {
    return KINDS.getOrDefault(category, DisputeKind.OTHER);
  }

  static boolean isAdministrative(String category) {
    return ADMINISTRATIVE.contains(category);
  }
}
