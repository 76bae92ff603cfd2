package cn.linli.mediation.documents;

import cn.linli.events.WireName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is told of papers that mediators put into the file. */
final class Bodies {

  private Bodies() {}

  /** What shows who somebody is. */
  enum IdentityDocument implements WireName {
    ID_CARD("居民身份证"),
    HOUSEHOLD_REGISTER("户口簿"),
    PASSPORT("护照"),
    RESIDENCE_PERMIT("居住证"),
    BUSINESS_LICENCE("营业执照"),
    ORGANISATION_CERTIFICATE("单位证明");

    private final String title;

    IdentityDocument(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /**
   * @param number as it stands in the document; all but a few characters are dropped at once
   */
  record Identity(
      @NotBlank @Size(max = 8) String party,
      @NotNull IdentityDocument document,
      @NotBlank @Pattern(regexp = "[0-9A-Za-z]{5,30}") String number) {}

  /**
   * @param special the agent may admit, waive, settle and sign; absent: may not
   */
  record Power(
      @NotBlank @Size(max = 8) String party,
      @NotBlank @Size(max = 100) String agent,
      @NotBlank @Size(max = 100) String relation,
      @Nullable Boolean special,
      @Nullable @Size(max = 2_000) String scope) {}

  record Inquiry(
      @NotNull Instant at,
      @NotBlank @Size(max = 200) String place,
      @NotBlank @Size(max = 100) String asked,
      @Nullable @Size(max = 200) String present,
      @NotBlank @Size(max = 20_000) String text) {}
}
