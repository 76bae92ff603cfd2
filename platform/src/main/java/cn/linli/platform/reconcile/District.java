package cn.linli.platform.reconcile;

import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Tier;

/** The tier that reconciliation goes by; what stands above a district counts for itself. */
public final class District {

  private District() {}

  /** The district of a division; {@code unknown} for what is none. */
  public static String of(String division) {
    return DivisionCode.parse(division)
        .map(code -> code.at(Tier.DISTRICT).orElse(code).value())
        .orElse(DivisionCode.UNKNOWN);
  }
}
