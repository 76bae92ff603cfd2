package cn.linli.mediation.casework;

import org.jspecify.annotations.Nullable;

/** What lies in the vault of a dispute. */
public final class Sealed {

  private Sealed() {}

  /** What was filed. */
  public record Content(String title, String facts) {
    public static final Content ERASED = new Content("", "");

    public String searched() {
      return title + "\n" + facts;
    }
  }

  /**
   * Who a party is.
   *
   * @param representative who acts for it
   */
  public record Person(String name, @Nullable String phone, @Nullable String representative) {}

  public record HelperName(String name) {}

  /** What one side said to the mediators alone. */
  public record CaucusNote(String note) {}

  /** What somebody would settle for. */
  public record OfferText(String content) {}

  /** What is explained to who raised a claim, and by whom. */
  public record ExplanationPlan(String what, String by) {}

  /** What a party asks; {@code amountFen}: null where no money is asked. */
  public record Asked(String content, @Nullable Long amountFen) {}
}
