package cn.linli.petition.domain;

import cn.linli.events.petition.DeliberationEvent;
import cn.linli.events.petition.DeliberationEvent.*;
import cn.linli.petition.domain.Deliberation.Agreement;
import cn.linli.petition.domain.Deliberation.Consultation;
import cn.linli.petition.domain.Deliberation.Done;
import cn.linli.petition.domain.Deliberation.Meeting;
import cn.linli.petition.domain.Deliberation.Reviews;
import cn.linli.petition.domain.Deliberation.Task;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What the steps of a deliberation make of a request. */
final class Deliberated {

  private Deliberated() {}

  /** It is being deliberated until somebody acts on it. */
  static Petition after(DeliberationEvent event, Petition now, Instant at, String by) {
    var done = new Done(at, by);
    return switch (event) {
      case DeliberationRaised it -> status(with(now, raised(it, now, done)), Status.DELIBERATING);
      case MeetingHeld it ->
          status(
              with(
                  now,
                  current(now)
                      .with(
                          new Meeting(
                              done,
                              it.present(),
                              it.counted(),
                              it.quorum(),
                              it.seats(),
                              it.heads(),
                              it.attendeesRef(),
                              it.resolutionRef()))),
              Status.DELIBERATING);
      case PartiesConsulted it ->
          status(
              with(
                  now,
                  current(now)
                      .with(
                          new Consultation(done, it.parties(), it.partiesRef(), it.outcomeRef()))),
              Status.DELIBERATING);
      case AgreementReached it ->
          with(
              now,
              current(now)
                  .plus(
                      new Agreement(
                          it.number(),
                          it.parties(),
                          it.partiesRef(),
                          it.objectRef(),
                          it.from(),
                          it.until())));
      case TaskTaken it ->
          status(
              with(now, current(now).with(new Task(done, it.unit(), it.taskRef(), it.due()))),
              Status.HANDLING);
      case DeliberationReviewed it ->
          with(
              now, current(now).with(current(now).reviews().plus(it.score(), done, it.recorded())));
    };
  }

  private static Deliberation current(Petition petition) {
    return Objects.requireNonNull(petition.proceedings().deliberation());
  }

  private static Deliberation raised(DeliberationRaised it, Petition now, Done done) {
    Deliberation before = now.proceedings().deliberation();
    return new Deliberation(
        it.number(),
        it.matter(),
        it.topicRef(),
        it.venueRef(),
        it.meetingAt(),
        done,
        null,
        null,
        null,
        Reviews.NONE,
        before == null ? List.of() : before.agreements());
  }

  private static Petition with(Petition now, Deliberation deliberation) {
    return now.with(now.proceedings().with(deliberation));
  }

  private static Petition status(Petition now, Status status) {
    return now.with(status);
  }
}
