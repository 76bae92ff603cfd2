package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.EvidenceEvent.Act;
import cn.linli.events.petition.EvidenceEvent.EvidenceAdded;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Thanked;
import cn.linli.platform.decide.Decision;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

  private static final PetitionEvent DONE = new Thanked("banner");
  private static final Petition PETITION = submitted("noise").state();

  private static Decision<PetitionEvent> with(Petition petition, Act act, List<String> files) {
    return Evidence.with(Decision.accept(DONE), petition, act, files);
  }

  private static List<String> files(int count) {
    return IntStream.range(0, count).mapToObj(i -> "file" + i).toList();
  }

  @ParameterizedTest
  @CsvSource({"CONTACT, true", "PROGRESS, true", "RECORDED, true", "RESOLVE, false"})
  void the_petitioner_sees_the_answer_s_files_only(Act act, boolean internal) {
    var added = new EvidenceAdded(act, List.of("a", "b"), internal);
    assertThat(with(PETITION, act, List.of("a", "b", "a"))).isEqualTo(Decision.accept(DONE, added));
    var after = Evolution.evolve(PETITION, added, Scene.instant("2026-01-05T10:00"), GRID.ref());
    assertThat(after.filed().attachments()).containsExactly("a", "b");
    assertThat(InternalFiles.of(after).contains("a")).isEqualTo(internal);
    assertThat(after.steps()).isEqualTo(PETITION.steps());
    assertThat(with(after, act, List.of("b"))).isEqualTo(Decision.accept(DONE));
  }

  @Test
  void a_refused_act_brings_no_files() {
    var refused = Decision.<PetitionEvent>refuse("already-closed");
    assertThat(Evidence.with(refused, PETITION, Act.PROGRESS, List.of("a"))).isEqualTo(refused);
  }

  @Test
  void there_is_a_bound() {
    assertThat(with(PETITION, Act.PROGRESS, files(Evidence.FILES_MAX)))
        .isInstanceOf(Decision.Accepted.class);
    assertThat(with(PETITION, Act.PROGRESS, files(Evidence.FILES_MAX + 1)))
        .isEqualTo(Decision.refuse("too-many-attachments", "limit", Evidence.FILES_MAX));
  }
}
