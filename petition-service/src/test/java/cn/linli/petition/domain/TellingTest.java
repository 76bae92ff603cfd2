package cn.linli.petition.domain;

import static cn.linli.petition.domain.Scene.CLOCK;
import static cn.linli.petition.domain.Scene.GRID;
import static cn.linli.petition.domain.Scene.RESIDENT;
import static cn.linli.petition.domain.Scene.instant;
import static cn.linli.petition.domain.Scene.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.petition.NoticeAbout;
import cn.linli.events.petition.NoticeEvent.NoticeDelivered;
import cn.linli.events.petition.NoticeEvent.NoticeFailed;
import cn.linli.events.petition.NoticeEvent.NoticeRead;
import cn.linli.events.petition.NoticeEvent.NoticeSent;
import cn.linli.events.petition.Outcome;
import cn.linli.petition.domain.NoticeCommand.MarkDelivered;
import cn.linli.petition.domain.NoticeCommand.MarkFailed;
import cn.linli.petition.domain.NoticeCommand.MarkRead;
import cn.linli.petition.domain.NoticeCommand.MarkSent;
import cn.linli.petition.domain.NoticeCommand.OweAnswer;
import cn.linli.petition.domain.PetitionCommand.Accept;
import cn.linli.petition.domain.PetitionCommand.Reject;
import cn.linli.petition.domain.PetitionCommand.Resolve;
import cn.linli.platform.notice.Notice;
import cn.linli.platform.notice.Notices;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingTest {

  private static final Resolve DONE = new Resolve(Outcome.SOLVED, "done");

  private static List<NoticeAbout> owed(Scene scene) {
    return Telling.notices(scene.state()).latest().stream().map(Notice::about).toList();
  }

  @Test
  void what_happens_owes_the_petitioner_a_message_with_the_event_itself() {
    var scene = submitted("noise");
    assertThat(owed(scene)).isEmpty();
    scene.by(GRID, new Accept()).accepted();
    assertThat(owed(scene)).containsExactly(NoticeAbout.ACCEPTANCE);
    assertThat(Telling.notices(scene.state()).next().orElseThrow().nextAt()).isEqualTo(scene.now());
    scene
        .by(CLOCK, new MarkSent("acceptance-1"))
        .then(new NoticeSent("acceptance-1", NoticeAbout.ACCEPTANCE, 1));
    scene.by(GRID, DONE).accepted();
    assertThat(owed(scene)).containsExactly(NoticeAbout.ACCEPTANCE, NoticeAbout.ANSWER);
    StateJsonTest.survives(scene.state());
    var rejected = submitted("noise").by(GRID, new Reject("not-ours", "why", "court"));
    assertThat(owed(rejected)).containsExactly(NoticeAbout.RETURN);
  }

  @Test
  void an_answer_at_once_says_the_acceptance_too() {
    assertThat(owed(submitted("noise").by(GRID, DONE))).containsExactly(NoticeAbout.ANSWER);
  }

  @Test
  void one_message_is_sent_once_delivered_and_read() {
    var scene = submitted("noise").by(GRID, DONE);
    scene.by(RESIDENT, new MarkRead("answer-2")).refused("not-found");
    scene.by(CLOCK, new MarkSent("answer-2")).accepted();
    scene.by(CLOCK, new MarkSent("answer-2")).refused("notice-not-waiting");
    scene.by(GRID, new MarkDelivered("answer-2")).then(new NoticeDelivered("answer-2"));
    scene.by(GRID, new MarkDelivered("answer-2")).refused("already-told");
    scene.by(GRID, new MarkRead("answer-2")).refused("not-your-petition");
    scene.by(RESIDENT, new MarkRead("answer-2")).then(new NoticeRead("answer-2"));
    scene.by(RESIDENT, new MarkRead("answer-9")).refused("not-found");
    assertThat(Telling.notices(scene.state()).next()).isEmpty();
    StateJsonTest.survives(scene.state());
  }

  @Test
  void a_failure_is_tried_again_ever_later_and_given_up_after_five() {
    var scene = submitted("noise").by(GRID, DONE);
    var failed = new MarkFailed("answer-2", "mail-not-taken", true);
    String[] next = {
      "2026-01-05T10:01", "2026-01-05T10:04", "2026-01-05T10:16", "2026-01-05T11:04"
    };
    for (int attempt = 1; attempt <= next.length; attempt++) {
      scene
          .by(CLOCK, failed)
          .then(
              new NoticeFailed(
                  "answer-2",
                  NoticeAbout.ANSWER,
                  attempt,
                  "mail-not-taken",
                  instant(next[attempt - 1])));
    }
    scene
        .by(CLOCK, failed)
        .then(new NoticeFailed("answer-2", NoticeAbout.ANSWER, 5, "mail-not-taken", null));
    assertThat(Telling.notices(scene.state()).latest().getFirst().isGivenUp()).isTrue();
    StateJsonTest.survives(scene.state());
    var hopeless = submitted("noise").by(GRID, DONE);
    hopeless
        .by(CLOCK, new MarkFailed("answer-2", "no-number", false))
        .then(new NoticeFailed("answer-2", NoticeAbout.ANSWER, 1, "no-number", null));
  }

  @Test
  void who_can_not_be_reached_is_owed_none_and_a_message_moves_no_clock() {
    var scene = submitted("noise").by(GRID, new Accept());
    var before = scene.state();
    scene.by(CLOCK, new MarkSent("acceptance-1")).accepted();
    assertThat(scene.state().time()).isEqualTo(before.time());
    assertThat(scene.state().status()).isEqualTo(before.status());
    assertThat(scene.state().steps()).isEqualTo(before.steps());
    scene.by(CLOCK, new OweAnswer()).refused("not-merged");
  }

  @Test
  void what_is_kept_is_bounded() {
    var notices = Notices.<NoticeAbout>none();
    for (int i = 0; i < 100; i++) {
      notices =
          notices.plus(
              NoticeAbout.EXTENSION, 1, null, instant("2026-01-05T10:00"), Telling.KEPT_MAX);
    }
    assertThat(notices.latest()).hasSize(Telling.KEPT_MAX);
    assertThat(notices.latest().getLast().id()).isEqualTo("extension-100");
  }
}
