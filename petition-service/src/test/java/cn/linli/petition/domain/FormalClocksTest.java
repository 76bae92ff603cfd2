package cn.linli.petition.domain;

import static cn.linli.petition.domain.FormalScene.*;
import static cn.linli.petition.domain.Scene.DESK;
import static cn.linli.petition.domain.Scene.DISTRICT;
import static cn.linli.petition.domain.Scene.HEATING;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.STREET;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.unit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.DueKind;
import cn.linli.events.petition.FormalEvent.NoticeServed;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Dispatched;
import cn.linli.events.petition.PetitionEvent.FellDue;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.FormalCommand.Transfer;
import cn.linli.petition.domain.PetitionCommand.Accept;
import cn.linli.petition.domain.PetitionCommand.AskExtension;
import cn.linli.petition.domain.PetitionCommand.AskReturn;
import cn.linli.petition.domain.PetitionCommand.DecideExtension;
import cn.linli.petition.domain.PetitionCommand.DecideReturn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits of 信访工作条例 until the answer, a table for each clause. */
class FormalClocksTest {

  private static final Actor STREET_HEAD =
      new Actor("street-officer@370602003#head", unit("370602003", null), false, false);
  private static final DecideReturn CONSENT = new DecideReturn(true, null, false);

  private static boolean fell(Scene scene, DueKind which) {
    return fallen(scene, which) != null;
  }

  private static @Nullable FellDue fallen(Scene scene, DueKind which) {
    return scene.fallen().stream()
        .filter(FellDue.class::isInstance)
        .map(FellDue.class::cast)
        .filter(it -> it.which() == which)
        .findFirst()
        .orElse(null);
  }

  @Test
  void filing_registers_it_and_starts_three_clocks() {
    var state = appeal().state();
    assertThat(state.status()).isEqualTo(Status.REGISTERED);
    assertThat(state.unit()).isEqualTo(unit("370602003", null));
    var deadlines = state.time().deadlines();
    assertThat(deadlines.transferBy()).isEqualTo(instant("2026-01-21T00:00"));
    assertThat(deadlines.noticeBy()).isEqualTo(instant("2026-01-21T00:00"));
    assertThat(deadlines.answerBy()).isEqualTo(instant("2026-03-07T00:00"));
    assertThat(deadlines.rungBy()).isNull();
    assertThat(deadlines.basis()).contains("信访工作条例");
  }

  /** §22: calendar days; only a last day that is a rest day moves (domain rules §3.4). */
  @ParameterizedTest(name = "registered {0}: transferred at {1}: late {2}")
  @CsvSource({
    "2026-01-05T10:00, 2026-01-20T23:59, false",
    "2026-01-05T10:00, 2026-01-21T00:00, true",
    "2026-02-05T10:00, 2026-02-24T23:59, false",
    "2026-02-05T10:00, 2026-02-25T00:00, true",
    "2026-04-17T10:00, 2026-05-06T23:59, false",
    "2026-04-17T10:00, 2026-05-07T00:00, true",
    "2026-09-20T10:00, 2026-10-08T23:59, false",
    "2026-09-20T10:00, 2026-10-09T00:00, true"
  })
  void registered_and_transferred_within_fifteen_days(
      String registered, String transferred, boolean late) {
    var scene = appealOf(registered).until(transferred);
    assertThat(fell(scene, DueKind.TRANSFER)).isEqualTo(late);
    Dispatched event = scene.by(STREET, TO_HEATING).event(Dispatched.class);
    assertThat(event.to()).isEqualTo(unit("370602", "heating-company"));
    assertThat(scene.state().status()).isEqualTo(Status.TRANSFERRED);
  }

  @Test
  void what_is_transferred_in_time_does_not_fall_due() {
    var scene = appeal().by(STREET, RECEIPT).by(STREET, TO_HEATING).by(HEATING, RECEIPT);
    assertThat(fell(scene.until("2026-02-01T00:00"), DueKind.TRANSFER)).isFalse();
  }

  @ParameterizedTest(name = "{0} transfers: {1}")
  @CsvSource({"street,", "district,", "resident, not-the-holder", "heating, not-the-holder"})
  void who_transfers(String who, @Nullable String code) {
    Actor actor =
        switch (who) {
          case "street" -> STREET;
          case "district" -> DISTRICT;
          case "heating" -> HEATING;
          default -> RESIDENT;
        };
    var scene = appeal().by(actor, new Transfer("water-company", null));
    if (code == null) {
      scene.accepted();
    } else {
      scene.refused(code);
    }
  }

  @Test
  void never_below_the_street_and_not_on_the_hotline() {
    appeal().by(STREET, new Transfer("370602003006", null)).refused("formal-not-below-street");
    Scene.submitted("land").by(STREET, TO_HEATING).refused("formal-only");
  }

  /** §23: the unit that received it directly. */
  @ParameterizedTest(name = "noticed at {0}: in time {1}")
  @CsvSource({
    "2026-01-05T10:01, true",
    "2026-01-20T23:59, true",
    "2026-01-21T00:01, false",
    "2026-02-10T09:00, false"
  })
  void told_in_writing_within_fifteen_days_of_receipt(String at, boolean inTime) {
    var scene = appeal().until(at);
    assertThat(fell(scene, DueKind.NOTICE)).isEqualTo(!inTime);
    assertThat(scene.by(STREET, RECEIPT).event(NoticeServed.class).inTime()).isEqualTo(inTime);
    scene.by(STREET, RECEIPT).refused("already-noticed");
  }

  /** §23: the unit that it was transferred to has a clock of its own. */
  @ParameterizedTest(name = "transferred 01-12, noticed at {0}: in time {1}")
  @CsvSource({"2026-01-27T23:59, true", "2026-01-28T00:01, false"})
  void the_second_unit_tells_within_fifteen_days_of_the_transfer(String at, boolean inTime) {
    var scene = appeal().by(STREET, RECEIPT).at("2026-01-12T09:00").by(STREET, TO_HEATING);
    assertThat(scene.state().time().deadlines().noticeBy()).isEqualTo(instant("2026-01-28T00:00"));
    scene.until(at);
    FellDue fallen = fallen(scene, DueKind.NOTICE);
    assertThat(fallen == null).isEqualTo(inTime);
    if (fallen != null) {
      assertThat(fallen.holder()).isEqualTo(unit("370602", "heating-company"));
      assertThat(fallen.overdue()).isFalse();
    }
    scene.by(STREET, RECEIPT).refused("not-the-holder");
    assertThat(scene.by(HEATING, RECEIPT).event(NoticeServed.class).inTime()).isEqualTo(inTime);
  }

  @Test
  void a_late_first_notice_does_not_silence_the_second_clock() {
    var scene = appeal().until("2026-01-22T09:00").by(STREET, TO_HEATING);
    assertThat(fallen(scene.until("2026-02-06T23:59"), DueKind.NOTICE)).isNull();
    assertThat(fallen(scene.until("2026-02-07T00:00"), DueKind.NOTICE)).isNotNull();
  }

  @Test
  void who_can_not_be_found_need_not_be_told() {
    var scene = appeal().by(STREET, UNCLEAR);
    NoticeServed notice = scene.event(NoticeServed.class);
    assertThat(notice.impossible()).isEqualTo("address-unclear");
    assertThat(notice.way()).isNull();
    assertThat(fell(scene.until("2026-01-22T00:00"), DueKind.NOTICE)).isFalse();
  }

  /** §23: five working days (Chinese holidays count here), detailed reasons, the sender's word. */
  @ParameterizedTest(name = "transferred {0}, objected {1}: {2}")
  @CsvSource({
    "2026-01-05T10:00, 2026-01-12T23:59,",
    "2026-01-05T10:00, 2026-01-13T00:01, objection-window-over",
    "2026-02-13T10:00, 2026-02-27T23:59,",
    "2026-02-13T10:00, 2026-02-28T00:01, objection-window-over",
    "2026-09-30T10:00, 2026-10-13T23:59,",
    "2026-09-30T10:00, 2026-10-14T00:01, objection-window-over"
  })
  void an_objection_within_five_working_days(
      String transferred, String objected, @Nullable String code) {
    var scene = appealOf(transferred).by(STREET, TO_HEATING).accepted();
    scene.at(objected).by(HEATING, new AskReturn("reason", true));
    if (code == null) {
      scene.accepted();
    } else {
      scene.refused(code);
    }
  }

  @Test
  void an_objection_needs_reasons_and_the_senders_consent() {
    var scene = appeal().by(STREET, TO_HEATING);
    scene.by(HEATING, new AskReturn("reason", false)).refused("reasons-too-short");
    scene.by(HEATING, new AskReturn("reason", true)).accepted();
    scene.by(DESK, CONSENT).refused("not-the-dispatcher");
    scene.by(HEATING, CONSENT).refused("not-the-dispatcher");
    scene.at("2026-01-08T10:00").by(STREET, CONSENT).accepted();
    assertThat(scene.state().status()).isEqualTo(Status.REGISTERED);
    assertThat(scene.state().unit()).isEqualTo(unit("370602003", null));
    assertThat(scene.state().time().deadlines().noticeBy())
        .as("it is the sender's again")
        .isEqualTo(instant("2026-01-24T00:00"));
  }

  /** §34: appeals only; from the first acceptance; no second start. */
  @ParameterizedTest(name = "accepted {0}: answer by {1}")
  @CsvSource({
    "2026-01-08T10:00, 2026-03-10T00:00",
    "2026-07-08T10:00, 2026-09-08T00:00",
    "2026-08-02T10:00, 2026-10-09T00:00"
  })
  void an_appeal_is_answered_within_sixty_days_of_acceptance(String accepted, String answerBy) {
    var scene = appealOf(accepted).by(STREET, new Accept()).by(STREET, RECEIPT);
    assertThat(scene.state().time().deadlines().answerBy()).isEqualTo(instant(answerBy));
    scene.at(accepted.replace("T10:00", "T12:00")).by(STREET, TO_HEATING).by(HEATING, RECEIPT);
    scene.at(accepted.replace("T10:00", "T13:00")).by(HEATING, new Accept()).accepted();
    assertThat(scene.state().time().deadlines().answerBy())
        .as("a second acceptance starts no new days")
        .isEqualTo(instant(answerBy));
    Instant last = instant(answerBy);
    assertThat(Timers.due(scene.state())).isEqualTo(last.plusMillis(1));
    scene.until(answerBy);
    assertThat(fell(scene, DueKind.ANSWER)).isTrue();
    assertThat(scene.state().time().overdue()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"SUGGESTION", "COMPLAINT"})
  void other_kinds_have_no_limit_for_the_answer_and_no_extension(Kind kind) {
    var scene = petition(kind).by(STREET, new Accept());
    assertThat(scene.state().time().deadlines().answerBy()).isNull();
    scene
        .by(STREET, new AskExtension(instant("2026-04-01T00:00"), "reason"))
        .refused("no-extension");
  }

  @Test
  void a_senders_own_limit_stands_where_it_is_shorter() {
    var due = instant("2026-02-01T00:00");
    var scene = appeal().by(STREET, new Transfer("heating-company", due));
    scene.at("2026-01-06T10:00").by(HEATING, new Accept());
    assertThat(scene.state().time().deadlines().answerBy()).isEqualTo(due);
  }

  /** §34: thirty days at most, one time, allowed by the head, who is not the one who asks. */
  @ParameterizedTest(name = "until {0}: {1}")
  @CsvSource({
    "2026-03-07T00:00, until-not-later",
    "2026-04-06T00:00,",
    "2026-04-08T00:00,",
    "2026-04-08T00:01, extension-too-long"
  })
  void thirty_days_more_at_most(String until, @Nullable String code) {
    // answered by 03-06; thirty days later is Sunday 04-05, in the Qingming block until 04-06, so
    // 04-07
    var scene = accepted().by(STREET, new AskExtension(instant(until), "reason"));
    if (code == null) {
      scene.accepted();
    } else {
      scene.refused(code);
    }
  }

  @Test
  void the_head_allows_it_once() {
    var until = instant("2026-04-05T00:00");
    var scene = accepted().by(STREET, new AskExtension(until, "reason"));
    scene.by(STREET, new DecideExtension(true)).refused("same-person");
    scene.by(DESK, new DecideExtension(true)).refused("not-the-head");
    scene.by(HEATING, new DecideExtension(true)).refused("not-the-head");
    scene.by(STREET_HEAD, new DecideExtension(true)).accepted();
    assertThat(scene.state().time().deadlines().answerBy()).isEqualTo(until);
    scene
        .by(STREET, new AskExtension(instant("2026-04-06T00:00"), "reason"))
        .refused("already-extended");
  }

  /** Nobody but time makes these. */
  @Test
  void each_limit_falls_due_once_and_names_its_holder() {
    var scene = appeal().until("2026-01-30T00:00");
    assertThat(scene.fallen()).hasSize(2).allMatch(FellDue.class::isInstance);
    Unit street = unit("370602003", null);
    for (PetitionEvent event : scene.fallen()) {
      assertThat(((FellDue) event).holder()).isEqualTo(street);
    }
    assertThat(scene.until("2026-02-20T00:00").fallen()).isEmpty();
  }
}
