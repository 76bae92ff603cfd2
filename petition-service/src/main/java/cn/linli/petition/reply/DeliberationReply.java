package cn.linli.petition.reply;

import cn.linli.events.petition.HeadCount;
import cn.linli.petition.domain.DeliberationStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest deliberation of a request.
 *
 * @param number from 1
 * @param next the step that is next; {@code review} stays open for more reviewers
 * @param complete all five steps are done
 * @param steps those done, in order
 * @param agreements of all deliberations of the request
 */
public record DeliberationReply(
    int number,
    DeliberationStep next,
    boolean complete,
    @Nullable String matter,
    @Nullable String topic,
    @Nullable String venue,
    Instant meetingAt,
    List<Done> steps,
    @Nullable Meeting meeting,
    @Nullable Consultation consultation,
    @Nullable Task task,
    @Nullable Review review,
    List<Agreement> agreements) {

  /**
   * @param by role and division, for instance {@code community-clerk@370602003006}
   */
  public record Done(DeliberationStep step, Instant at, String by) {}

  /**
   * @param counted those with a seat; {@code quorum} of the {@code seats} were needed
   * @param attendees those whose names were given, masked
   */
  public record Meeting(
      int present,
      int counted,
      int quorum,
      int seats,
      List<HeadCount> heads,
      List<Attendee> attendees,
      @Nullable String resolution) {}

  public record Attendee(@Nullable String person, @Nullable String role) {}

  public record Consultation(List<String> parties, @Nullable String outcome) {}

  /**
   * @param unit code of who is responsible
   */
  public record Task(String unit, @Nullable String task, @Nullable Instant due) {}

  /**
   * @param scoreSum of {@code reviews} scores of 1–5
   */
  public record Review(int reviews, int scoreSum, double score) {}

  /**
   * @param deliberation the number of the one that brought it
   */
  public record Agreement(
      int deliberation,
      List<String> parties,
      @Nullable String object,
      LocalDate from,
      LocalDate until) {}
}
