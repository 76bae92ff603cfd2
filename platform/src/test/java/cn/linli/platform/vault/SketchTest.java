package cn.linli.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {

  private static final String MESSAGE =
      "幸福小区 3 号楼下水道堵塞已有一周,多次联系物业未解决,污水漫到一楼住户门口,气味很大," + "老人出行不便。希望有关部门尽快派人疏通,并查明是谁家装修倒的水泥。";

  @TempDir Path folder;
  private Sketch sketch;
  private Similarity similarity;

  @BeforeEach
  void secrets() {
    var secrets = Secrets.loadOrCreate(folder.resolve("one.keyset"));
    sketch = secrets.sketch();
    similarity = secrets.similarity();
  }

  @Test
  void no_part_of_a_text_is_ever_missed() {
    var whole = sketch.of(MESSAGE);
    for (int from = 0; from < MESSAGE.length(); from++) {
      for (int to = from + 1; to <= MESSAGE.length(); to++) {
        var query = MESSAGE.substring(from, to);
        assertThat(covers(whole, sketch.of(query))).as(query).isTrue();
        assertThat(Sketch.matches(MESSAGE, query)).as(query).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3号楼", "下水道 堵塞", "3号楼,下水道", "污水、漫到一楼"})
  void width_spaces_and_punctuation_do_not_matter(String query) {
    assertThat(covers(sketch.of(MESSAGE), sketch.of(query))).isTrue();
  }

  @Test
  void few_texts_are_opened_in_vain() {
    var random = new Random(7);
    var message = sketch.of(chinese(random, 300));
    long wrongly =
        random.ints(2_000).filter(i -> covers(message, sketch.of(chinese(random, 4)))).count();
    assertThat(wrongly).isLessThan(100);
  }

  @Test
  void another_service_s_sketch_tells_nothing() {
    var other = Secrets.loadOrCreate(folder.resolve("other.keyset")).sketch();
    assertThat(other.of(MESSAGE)).isNotEqualTo(sketch.of(MESSAGE));
    assertThat(similarity.of(MESSAGE)).isNotEqualTo(sketch.of(MESSAGE));
  }

  @Test
  void similarity_is_estimated_within_its_error() {
    var random = new Random(11);
    for (int shared : List.of(0, 50, 100, 150, 200)) {
      var common = chinese(random, shared);
      var one = common + chinese(random, 200 - shared);
      var other = common + chinese(random, 200 - shared);
      double actual = (double) Math.max(0, shared - 1) / (398 - Math.max(0, shared - 1));
      assertThat(Similarity.estimate(similarity.of(one), similarity.of(other)))
          .isBetween(actual - 0.2, actual + 0.2);
    }
    assertThat(Similarity.estimate(similarity.of(MESSAGE), similarity.of(MESSAGE + "!!")))
        .isEqualTo(1);
  }

  @Test
  void a_rewritten_complaint_is_nearer_than_another_one() {
    var rewritten = "幸福小区3号楼下水道堵了一周,联系物业未解决,污水漫到一楼住户门口,希望尽快派人疏通。";
    var another = "建议在学校门口增设红绿灯,早晚高峰时段车流量大,学生过马路不安全。";
    double near = Similarity.estimate(similarity.of(MESSAGE), similarity.of(rewritten));
    double far = Similarity.estimate(similarity.of(MESSAGE), similarity.of(another));
    assertThat(near).isGreaterThan(0.25).isGreaterThan(far + 0.2);
  }

  private static boolean covers(Binary text, Binary query) {
    var missing = BitSet.valueOf(query.getData());
    missing.andNot(BitSet.valueOf(text.getData()));
    return missing.isEmpty();
  }

  private static String chinese(Random random, int length) {
    return random
        .ints(length, 0x4e00, 0x4e00 + 3_000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
