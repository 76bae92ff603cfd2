package cn.linli.petition.reply;

import cn.linli.petition.casework.Attendees;
import cn.linli.petition.domain.Deliberation;
import cn.linli.petition.domain.DeliberationStep;
import cn.linli.petition.domain.Petition;
import cn.linli.platform.access.ActorRef;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a deliberation looks to those who may read its request. */
final class Deliberations {

  private final Map<String, Content> texts;

  private Deliberations(Map<String, Content> texts) {
    this.texts = texts;
  }

  /** What has to be opened to show it. */
  static List<String> references(Petition petition) {
    Deliberation it = petition.proceedings().deliberation();
    if (it == null) {
      return List.of();
    }
    var references = new ArrayList<@Nullable String>();
    references.add(it.topicRef());
    references.add(it.venueRef());
    if (it.meeting() != null) {
      references.add(it.meeting().attendeesRef());
      references.add(it.meeting().resolutionRef());
    }
    if (it.consultation() != null) {
      references.add(it.consultation().partiesRef());
      references.add(it.consultation().outcomeRef());
    }
    if (it.task() != null) {
      references.add(it.task().taskRef());
    }
    for (Deliberation.Agreement agreement : it.agreements()) {
      references.add(agreement.partiesRef());
      references.add(agreement.objectRef());
    }
    return references.stream().filter(Objects::nonNull).toList();
  }

  static @Nullable DeliberationReply of(Petition petition, Map<String, Content> texts) {
    Deliberation it = petition.proceedings().deliberation();
    return it == null ? null : new Deliberations(texts).reply(it);
  }

  private DeliberationReply reply(Deliberation it) {
    return new DeliberationReply(
        it.number(),
        it.next(),
        it.reviews().first() != null,
        it.matter(),
        text(it.topicRef()),
        text(it.venueRef()),
        it.meetingAt(),
        steps(it),
        it.meeting() == null ? null : meeting(it.meeting()),
        it.consultation() == null
            ? null
            : new DeliberationReply.Consultation(
                parties(it.consultation().parties(), it.consultation().partiesRef()),
                text(it.consultation().outcomeRef())),
        it.task() == null
            ? null
            : new DeliberationReply.Task(
                it.task().unit(), text(it.task().taskRef()), it.task().due()),
        review(it.reviews()),
        it.agreements().stream().map(this::agreement).toList());
  }

  private static List<DeliberationReply.Done> steps(Deliberation it) {
    return Stream.of(
            done(DeliberationStep.DELIBERATE, it.raised()),
            done(DeliberationStep.MEETING, it.meeting() == null ? null : it.meeting().done()),
            done(
                DeliberationStep.CONSULT,
                it.consultation() == null ? null : it.consultation().done()),
            done(DeliberationStep.ACT, it.task() == null ? null : it.task().done()),
            done(DeliberationStep.REVIEW, it.reviews().first()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<DeliberationReply.Done> done(
      DeliberationStep step, Deliberation.@Nullable Done done) {
    return done == null
        ? List.of()
        : List.of(new DeliberationReply.Done(step, done.at(), ActorRef.withoutMark(done.by())));
  }

  private DeliberationReply.Meeting meeting(Deliberation.Meeting it) {
    return new DeliberationReply.Meeting(
        it.present(),
        it.counted(),
        it.quorum(),
        it.seats(),
        it.heads(),
        attendees(it.attendeesRef()),
        text(it.resolutionRef()));
  }

  private List<DeliberationReply.Attendee> attendees(@Nullable String reference) {
    Content content = reference == null ? null : texts.get(reference);
    return content == null
        ? List.of()
        : content.read(Attendees.class).map(Attendees::attendees).orElse(List.of()).stream()
            .filter(it -> it.person() != null)
            .map(it -> new DeliberationReply.Attendee(Mask.name(it.person()), it.role()))
            .toList();
  }

  private static DeliberationReply.@Nullable Review review(Deliberation.Reviews it) {
    return it.count() == 0
        ? null
        : new DeliberationReply.Review(
            it.count(), it.scoreSum(), Math.round(10.0 * it.scoreSum() / it.count()) / 10.0);
  }

  private DeliberationReply.Agreement agreement(Deliberation.Agreement it) {
    return new DeliberationReply.Agreement(
        it.number(),
        parties(it.parties(), it.partiesRef()),
        text(it.objectRef()),
        it.from(),
        it.until());
  }

  /** In the words that were said, where some party has no code. */
  private List<String> parties(List<String> codes, @Nullable String reference) {
    String said = reference == null ? null : text(reference);
    return said == null ? codes : said.lines().toList();
  }

  private @Nullable String text(String reference) {
    Content content = texts.get(reference);
    return content == null ? null : content.text().orElse(null);
  }
}
