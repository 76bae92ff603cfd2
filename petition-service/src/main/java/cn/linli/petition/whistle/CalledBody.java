package cn.linli.petition.whistle;

import cn.linli.petition.casework.Codes;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A department in a body: its code, or {@code {code, reportInWithin}} with a limit of its own,
 * clock time in ISO 8601.
 */
record CalledBody(
    @NotNull @Pattern(regexp = Codes.BODY) String code, @Nullable Duration reportInWithin) {

  private static final String CODE = "code";
  private static final String WITHIN = "reportInWithin";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CalledBody of(Object value) {
    return switch (value) {
      case String code -> new CalledBody(code, null);
      case Map<?, ?> fields
          when Set.of(CODE, WITHIN).containsAll(fields.keySet())
              && fields.get(CODE) instanceof String code ->
          new CalledBody(code, within(fields.get(WITHIN)));
      default -> throw new IllegalArgumentException("a code, or an object with code");
    };
  }

  private static @Nullable Duration within(@Nullable Object value) {
    try {
      return value == null ? null : Duration.parse(value.toString());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("reportInWithin is no ISO 8601 duration", e);
    }
  }

  @JsonValue
  Object wire() {
    if (reportInWithin == null) {
      return code;
    }
    var fields = new LinkedHashMap<String, String>();
    fields.put(CODE, code);
    fields.put(WITHIN, reportInWithin.toString());
    return fields;
  }
}
