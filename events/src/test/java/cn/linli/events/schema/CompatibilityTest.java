package cn.linli.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The deliberate incompatible changes: each is found and named. */
class CompatibilityTest {

  record Inner(int count) {}

  record Before(
      String code,
      int minutes,
      @Nullable Instant until,
      Level level,
      Inner inner,
      List<Inner> all) {}

  record FieldGone(
      String code, @Nullable Instant until, Level level, Inner inner, List<Inner> all) {}

  record OtherType(
      String code,
      String minutes,
      @Nullable Instant until,
      Level level,
      Inner inner,
      List<Inner> all) {}

  record OtherFormat(
      String code,
      int minutes,
      @Nullable LocalDate until,
      Level level,
      Inner inner,
      List<Inner> all) {}

  record NewRequired(
      String code,
      int minutes,
      @Nullable Instant until,
      Level level,
      Inner inner,
      List<Inner> all,
      String more) {}

  record NewOptional(
      String code,
      int minutes,
      @Nullable Instant until,
      Level level,
      Inner inner,
      List<Inner> all,
      @Nullable String more) {}

  record NullNow(
      @Nullable String code,
      int minutes,
      @Nullable Instant until,
      Level level,
      Inner inner,
      List<Inner> all) {}

  record NeverNull(
      String code, int minutes, Instant until, Level level, Inner inner, List<Inner> all) {}

  enum Fewer {
    GRID
  }

  record EnumLost(
      String code,
      int minutes,
      @Nullable Instant until,
      Fewer level,
      Inner inner,
      List<Inner> all) {}

  record Deeper(long count, String more) {}

  record InnerChanged(
      String code,
      int minutes,
      @Nullable Instant until,
      Level level,
      Deeper inner,
      List<Deeper> all) {}

  static Stream<Arguments> changes() {
    return Stream.of(
        Arguments.of(Before.class, List.of()),
        Arguments.of(NewOptional.class, List.of()),
        Arguments.of(FieldGone.class, List.of("minutes is gone")),
        Arguments.of(OtherType.class, List.of("minutes changed from [integer] to [string]")),
        Arguments.of(
            OtherFormat.class, List.of("until changed from [string, date-time] to [date, string]")),
        Arguments.of(NewRequired.class, List.of("more is new and required")),
        Arguments.of(NullNow.class, List.of("code may be null now")),
        Arguments.of(NeverNull.class, List.of("until may not be null any more")),
        Arguments.of(
            EnumLost.class,
            Stream.of("grid", "community", "street", "district", "city")
                .map(value -> "level lost the value \"" + value + "\"")
                .toList()),
        Arguments.of(
            InnerChanged.class,
            List.of("inner.more is new and required", "all[].more is new and required")));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void anIncompatibleChangeIsNamed(Class<?> after, List<String> breaks) throws IOException {
    var schemas =
        new EventSchemas(RecordDocs.read(Path.of("src/main/java/cn/linli/events/config")));
    assertThat(
            Compatibility.breaks(
                Map.of("x", schemas.bare(Before.class)), Map.of("x", schemas.bare(after))))
        .containsExactlyElementsOf(breaks.stream().map(text -> "x: " + text).toList());
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aRemovedTypeIsNamed(Class<?> before, List<String> unused) throws IOException {
    var schemas =
        new EventSchemas(RecordDocs.read(Path.of("src/main/java/cn/linli/events/config")));
    assertThat(Compatibility.breaks(Map.of("x", schemas.bare(before)), Map.of()))
        .containsExactly("x: the type is gone");
  }
}
