package cn.linli.petition.referral;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A side of a dispute, as the mediation service takes it: an object, or its name alone.
 *
 * @param role applicant · respondent · third-party
 * @param type person · body
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Party(
    @NotBlank @Size(max = 100) String name,
    @Nullable @Size(max = 40) String role,
    @Nullable @Size(max = 40) String type,
    @Nullable @Size(max = 40) String phone,
    @Nullable @Size(max = 100) String representative,
    @Nullable @Size(max = 100) String organisation) {

  private static final Set<String> FIELDS =
      Set.of("name", "role", "type", "phone", "representative", "organisation");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Party of(Object value) {
    return switch (value) {
      case String name -> new Party(name, null, null, null, null, null);
      case Map<?, ?> fields when FIELDS.containsAll(fields.keySet()) ->
          new Party(
              text(fields, "name") instanceof String name ? name : "",
              text(fields, "role"),
              text(fields, "type"),
              text(fields, "phone"),
              text(fields, "representative"),
              text(fields, "organisation"));
      default -> throw new IllegalArgumentException("a name, or an object with name");
    };
  }

  private static @Nullable String text(Map<?, ?> fields, String name) {
    return switch (fields.get(name)) {
      case null -> null;
      case String text -> text;
      default -> throw new IllegalArgumentException(name + " is a text");
    };
  }
}
