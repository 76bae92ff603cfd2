package cn.linli.petition.domain;

import cn.linli.events.petition.HeadCount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The five steps, one command each. */
public sealed interface DeliberationCommand extends PetitionCommand {

  /** 提事. */
  record Deliberate(@Nullable String matter, String topicRef, String venueRef, Instant meetingAt)
      implements DeliberationCommand {}

  /** 议事: {@code heads} counts everybody who was there once. */
  record Meet(List<HeadCount> heads, @Nullable String attendeesRef, String resolutionRef)
      implements DeliberationCommand {}

  /** 商事. */
  record Consult(
      List<String> parties,
      @Nullable String partiesRef,
      String outcomeRef,
      @Nullable Terms agreement)
      implements DeliberationCommand {}

  /** What was agreed on, from the first day to the last. */
  record Terms(
      List<String> parties,
      @Nullable String partiesRef,
      String objectRef,
      LocalDate from,
      LocalDate until) {}

  /** 办事: {@code unit} is the code of who is responsible. */
  record Act(String unit, String taskRef, @Nullable Instant due) implements DeliberationCommand {}

  /** 评事: {@code recorded} by somebody else, with evidence. */
  record Review(int score, boolean recorded, @Nullable String commentRef)
      implements DeliberationCommand {}
}
