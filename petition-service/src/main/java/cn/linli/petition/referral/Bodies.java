package cn.linli.petition.referral;

import cn.linli.petition.casework.Codes;
import cn.linli.platform.casework.Recorded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. */
final class Bodies {

  static final int PARTIES_MAX = 50;
  private static final int MINUTES_MAX = 24 * 60;
  private static final int VOLUNTEERS_MAX = 50;

  private Bodies() {}

  /**
   * @param consents {@code true}, one {@code true} for each party, the names or roles of those who
   *     agreed, or an object of them
   * @param recordedOnBehalf what shows the consents, where a clerk writes them down
   */
  record ReferToMediation(
      @NotEmpty @Size(max = PARTIES_MAX) List<@NotNull @Valid Party> parties,
      @NotNull @Valid Consents consents,
      @Nullable @Valid Recorded recordedOnBehalf) {}

  /**
   * @param service what is asked for, a code
   * @param minutes of each volunteer
   * @param needed how many volunteers
   */
  record OfferToVolunteers(
      @NotBlank @Pattern(regexp = Codes.WORD) String service,
      @NotNull @Min(1) @Max(MINUTES_MAX) Integer minutes,
      @NotNull @Min(1) @Max(VOLUNTEERS_MAX) Integer needed) {}

  /**
   * For whom and why names are fetched.
   *
   * @param dispute id of the dispute that came of the referral
   * @param reason on record with who asked
   */
  record Fetch(
      @NotBlank @Size(max = 64) String dispute, @NotBlank @Size(max = 500) String reason) {}

  /** Names and phones in clear, in the order in which the sides were named. */
  record Fetched(String referral, List<Party> parties) {
    @Override
    public String toString() {
      return "sides of " + referral;
    }
  }

  /** As it lies in the vault. */
  record SealedParties(List<Party> parties, @Nullable String evidence) {}
}
