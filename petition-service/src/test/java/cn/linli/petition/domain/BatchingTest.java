package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.COMMUNITY;
import static cn.linli.petition.domain.Scene.DESK;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.HEATING;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.STREET;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.staff;
import static cn.linli.petition.domain.Scene.start;
import static cn.linli.petition.domain.Scene.submit;
import static cn.linli.petition.domain.Scene.submitted;
import static cn.linli.petition.domain.Scene.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.BatchItemEvent.JoinedBatch;
import cn.linli.events.petition.BatchItemEvent.Reinspected;
import cn.linli.events.petition.DueKind;
import cn.linli.events.petition.Outcome;
import cn.linli.events.petition.PetitionEvent.Closed;
import cn.linli.events.petition.PetitionEvent.Dispatched;
import cn.linli.events.petition.PetitionEvent.FellDue;
import cn.linli.events.petition.PetitionEvent.Reopened;
import cn.linli.events.petition.PetitionEvent.Submitted;
import cn.linli.petition.domain.BatchCommand.Reinspect;
import cn.linli.petition.domain.BatchCommand.SubmitItem;
import cn.linli.petition.domain.PetitionCommand.Close;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchingTest {

  private static final String LOOK_BACK = "2026-03-02T09:00";
  private static final Resolve SOLVED = new Resolve(Outcome.SOLVED, "result");
  private static final Reinspect GOOD = new Reinspect(true, null, "note");
  private static final Close CLOSE = new Close(null);

  private static SubmitItem item(String organisation) {
    return new SubmitItem(submit("noise"), organisation, "batch", instant(LOOK_BACK));
  }

  private static Scene handed() {
    return start().by(COMMUNITY, item("heating-company")).accepted();
  }

  private static Scene resolved() {
    return handed().at("2026-01-08T10:00").by(HEATING, SOLVED).accepted();
  }

  @Test
  void a_defect_is_filed_handed_over_and_joined_in_one() {
    var scene = handed();
    assertThat(scene.events())
        .hasExactlyElementsOfTypes(Submitted.class, Dispatched.class, JoinedBatch.class);
    assertThat(scene.state().unit()).isEqualTo(unit("370602", "heating-company"));
    assertThat(scene.state().proceedings().batchItem().owner()).isEqualTo(COMMUNITY.unit());
    assertThat(start().by(COMMUNITY, item(null)).accepted().state().unit())
        .as("without a body it stays where the routing table puts it")
        .isEqualTo(GRID.unit());
  }

  @Test
  void what_dispatch_refuses_refuses_the_item() {
    start().by(staff("community-clerk", "370602003005"), item("water")).refused("not-the-holder");
    start()
        .by(COMMUNITY, new SubmitItem(submit("noise"), null, "b", instant("2026-01-05T09:00")))
        .refused("due-in-the-past");
    start().by(RESIDENT, item(null)).refused("not-above");
    handed().by(COMMUNITY, item(null)).refused("already-submitted");
  }

  @Test
  void no_item_closes_unverified() {
    resolved().by(COMMUNITY, CLOSE).refused("unverified");
    var scene = resolved().by(COMMUNITY, GOOD).then(new Reinspected(1, true, null, "note"));
    scene.by(COMMUNITY, CLOSE);
    assertThat(scene.event(Closed.class)).isNotNull();
    scene.by(STREET, GOOD).refused("already-closed");
  }

  @Test
  void who_resolved_it_does_not_inspect_it() {
    resolved().by(HEATING, GOOD).refused("verifier-is-resolver");
    resolved()
        .by(new Actor("department-officer@370602#2", HEATING.unit(), false, false), GOOD)
        .refused("verifier-is-resolver");
    var own = start().by(COMMUNITY, item(null)).accepted().by(COMMUNITY, SOLVED).accepted();
    own.by(COMMUNITY, GOOD).refused("verifier-is-resolver").by(DESK, GOOD).accepted();
  }

  @ParameterizedTest
  @CsvSource({"'', reinspection-date-missing", "2026-01-08T09:00, due-in-the-past"})
  void what_failed_names_the_next_time(String again, String code) {
    var look = new Reinspect(false, again.isEmpty() ? null : instant(again), "note");
    resolved().by(COMMUNITY, look).refused(code);
  }

  @Test
  void what_failed_is_open_again_however_late_and_needs_a_new_look() {
    var scene =
        resolved()
            .at("2026-03-02T10:00")
            .by(COMMUNITY, new Reinspect(false, instant("2026-04-01T09:00"), "leaks"));
    assertThat(scene.events()).hasOnlyElementsOfTypes(Reinspected.class, Reopened.class);
    assertThat(scene.state().isOpen()).isTrue();
    assertThat(scene.state().unit()).isEqualTo(unit("370602", "heating-company"));
    scene.by(COMMUNITY, GOOD).refused("not-resolved");
    scene.by(HEATING, SOLVED).accepted().by(COMMUNITY, CLOSE).refused("unverified");
    scene.by(COMMUNITY, GOOD).accepted().by(COMMUNITY, GOOD).refused("already-verified");
    scene.by(COMMUNITY, CLOSE).accepted();
    StateJsonTest.survives(scene.state());
  }

  @Test
  void the_date_of_looking_again_falls_due_once_for_what_was_not_looked_at() {
    var scene = resolved().until(LOOK_BACK);
    assertThat(scene.fallen())
        .singleElement()
        .isInstanceOfSatisfying(
            FellDue.class,
            fellDue -> {
              assertThat(fellDue.which()).isEqualTo(DueKind.REINSPECTION);
              assertThat(fellDue.overdue()).isFalse();
            });
    assertThat(scene.until("2026-03-20T09:00").fallen()).isEmpty();
    var looked = resolved().by(COMMUNITY, GOOD).accepted();
    assertThat(Timers.due(looked.state())).isNull();
  }

  @Test
  void other_requests_are_not_inspected() {
    submitted("noise").by(GRID, SOLVED).accepted().by(COMMUNITY, GOOD).refused("not-in-a-batch");
  }
}
