package cn.linli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a reader may expect of any file. */
class SourceRulesTest {

  private static final int LINES_MAX = 400;
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  private static final Pattern SWITCHED_OFF = Pattern.compile("@Dis" + "abled\\b");

  @Test
  void no_file_is_longer_than_one_can_read_at_a_sitting() {
    assertThat(Sources.java("src/"))
        .isNotEmpty()
        .allSatisfy(file ->
            assertThat(Sources.text(file).lines().count())
                .as(file.toString())
                .isLessThanOrEqualTo(LINES_MAX));
  }

  @Test
  void nothing_is_left_for_later_and_no_test_is_switched_off() {
    assertThat(Sources.java("src/"))
        .allSatisfy(file ->
            assertThat(Sources.text(file))
                .as(file.toString())
                .doesNotContainPattern(UNFINISHED)
                .doesNotContainPattern(SWITCHED_OFF));
  }
}
