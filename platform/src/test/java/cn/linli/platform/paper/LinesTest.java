package cn.linli.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

  /** Every character is one wide. */
  private static List<String> lines(String text, int first, int others) {
    return Lines.of(text, first, others, String::length);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "一二三四五六七八|一二三四/五六七八",
        "一二三|一二三",
        "一二三四。五六|一二三/四。五六",
        "一二三《四五》|一二三/《四五》",
        "一二 abc 三四|一二/abc/三四",
        "abcdefghij|abcd/efgh/ij",
        "一二三四 五六|一二三四/五六"
      })
  void breaks_as_chinese_is_set(String text, String wanted) {
    assertThat(String.join("/", lines(text, 4, 4))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({"一二三四五六七, 2, 4, 一二/三四五六/七", "一二三四五六七, 4, 2, 一二三四/五六/七"})
  void the_first_line_has_a_room_of_its_own(String text, int first, int others, String wanted) {
    assertThat(String.join("/", lines(text, first, others))).isEqualTo(wanted);
  }
}
