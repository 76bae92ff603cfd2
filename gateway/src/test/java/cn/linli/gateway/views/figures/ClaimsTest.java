package cn.linli.gateway.views.figures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.events.UndecodableEvent;
import cn.linli.platform.fold.FoldRecord;
import cn.linli.platform.fold.Tally;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  private final PetitionFold fold = new PetitionFold(ZoneId.of("Asia/Shanghai"));

  @Test
  void a_claim_is_applied_and_changes_no_figure() {
    var tally = new Tally(fold);
    fold.fold(record("cn.linli.petition.Claimed.v1"), tally);
    assertThat(tally.changes())
        .isNotEmpty()
        .allSatisfy(cell ->
            assertThat(cell.fields().keySet()).allMatch(field -> field.endsWith(Applied.NAME)));
  }

  @Test
  void a_type_nobody_knows_is_no_claim() {
    assertThatThrownBy(() -> fold.fold(record("cn.linli.petition.Vanished.v1"), new Tally(fold)))
        .isInstanceOf(UndecodableEvent.class);
  }

  private static FoldRecord record(String type) {
    return new FoldRecord(
        "linli.petition",
        0,
        0,
        1,
        type,
        "x:external:1",
        "3706",
        "2026-01-05T02:00:00Z",
        "{\"holder\":\"petition:1\"}".getBytes(UTF_8));
  }
}
