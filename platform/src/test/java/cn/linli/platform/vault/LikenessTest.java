package cn.linli.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

  private static final String MESSAGE =
      "幸福小区三号楼下水道堵塞已有一周,多次联系物业未解决,污水漫到一楼住户门口,气味很大,老人出行不便。希望有关部门尽快派人疏通。";

  @TempDir Path folder;
  private Sketch sketch;

  @BeforeEach
  void secrets() {
    sketch = Secrets.loadOrCreate(folder.resolve("one.keyset")).sketch();
  }

  private Likeness likeness(String one, String other) {
    return Likeness.of(sketch.of(one), sketch.of(other));
  }

  @Test
  void a_text_is_like_itself() {
    assertThat(likeness(MESSAGE, MESSAGE)).isEqualTo(new Likeness(100, 100));
  }

  @Test
  void what_is_typed_so_far_is_contained() {
    for (int typed = 8; typed < MESSAGE.length(); typed += 8) {
      assertThat(likeness(MESSAGE.substring(0, typed), MESSAGE).contained())
          .isGreaterThanOrEqualTo(95);
    }
    assertThat(likeness(MESSAGE.substring(0, 10), MESSAGE).common()).isLessThan(30);
  }

  @Test
  void the_same_matter_in_other_words_shares_some() {
    var likeness = likeness(MESSAGE, "三号楼下水道堵塞一周了,物业不管,污水漫到一楼门口,气味大,请派人疏通");
    assertThat(likeness.contained()).isBetween(40, 90);
    assertThat(likeness.common()).isBetween(20, 60);
  }

  @ParameterizedTest(name = "{0} and {1} characters")
  @CsvSource({"30,30", "30,300", "300,300", "300,1500", "1000,1000"})
  void texts_without_a_common_word_are_not_alike(int one, int other) {
    var random = new Random(7);
    for (int round = 0; round < 50; round++) {
      var likeness = likeness(chinese(random, one), chinese(random, other));
      assertThat(likeness.contained()).isLessThan(40);
      assertThat(likeness.common()).isLessThan(25);
    }
  }

  @Test
  void nothing_is_like_an_empty_text_and_a_full_sketch_says_nothing() {
    assertThat(likeness("", MESSAGE)).isEqualTo(Likeness.NONE);
    var novel = chinese(new Random(1), 20_000);
    assertThat(likeness(novel, novel)).isEqualTo(Likeness.NONE);
  }

  private static String chinese(Random random, int length) {
    return random
        .ints(length, 0x4e00, 0x4e00 + 3_000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
