package cn.linli.petition.ladder;

import cn.linli.petition.casework.Codes;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the actions of this capability are told. */
final class Bodies {

  private Bodies() {}

  record Reason(@NotBlank @Size(max = 2_000) String reason) {}

  /**
   * @param organisation a division's code, an organisation's, or {@code organisation@division};
   *     absent: the body is not known, so the district answers
   * @param complex several bodies have to act: the answer has the limit of the class complex
   */
  record Dispatch(
      @Nullable @Pattern(regexp = Codes.BODY) String organisation,
      @Nullable Instant due,
      @Nullable Boolean complex) {}

  record CoHandlers(
      @NotEmpty @Size(max = 20)
          List<@NotNull @Pattern(regexp = Codes.BODY) String> organisations) {}

  record DecideReturn(@NotNull Boolean granted, @Nullable @Valid Designation designate) {}

  /** {@code true}: the holder stays for good; a code: it goes to that body for good. */
  record Designation(boolean holder, @Nullable @Pattern(regexp = Codes.BODY) String body) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Designation of(Object value) {
      return switch (value) {
        case Boolean holder -> new Designation(holder, null);
        case String body -> new Designation(false, body);
        default -> throw new IllegalArgumentException("true, false or the code of a body");
      };
    }

    @JsonValue
    Object wire() {
      return body == null ? holder : body;
    }
  }
}
