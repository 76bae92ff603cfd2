package cn.linli.mediation.documents;

import org.jspecify.annotations.Nullable;

/** What lies in the vault of papers that mediators put into the file. */
final class Proof {

  private Proof() {}

  /**
   * @param document what was shown
   * @param maskedNumber never the whole one
   */
  record Identity(String document, String maskedNumber) {}

  record Power(String agent, String relation, @Nullable String scope) {}

  record Inquiry(String place, String asked, @Nullable String present, String text) {}
}
