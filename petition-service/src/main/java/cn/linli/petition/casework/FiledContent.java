package cn.linli.petition.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a petitioner said, as it lies in the vault.
 *
 * @param previousMatter in the petitioner's words, where it is no request's id
 */
public record FiledContent(
    String title,
    String description,
    @Nullable Location location,
    @Nullable Accused accused,
    @Nullable String previousMatter,
    @Nullable String refusedBy,
    @Nullable Consent consent,
    List<String> representatives) {

  public record Location(@Nullable String address, @Nullable Double lon, @Nullable Double lat) {}

  public record Accused(String type, @Nullable String organisation, @Nullable String name) {}

  /** Of the person on whose behalf it was filed. */
  public record Consent(@Nullable Instant consentAt, @Nullable String relation) {}

  /** Name and phone of the petitioner: a document of its own. */
  public record Contact(@Nullable String name, @Nullable String phone) {}

  public static final FiledContent ERASED =
      new FiledContent("", "", null, null, null, null, null, List.of());

  public FiledContent {
    representatives = representatives == null ? List.of() : List.copyOf(representatives);
  }

  public String searched() {
    return title + "\n" + description;
  }
}
