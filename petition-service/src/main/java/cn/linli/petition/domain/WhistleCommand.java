package cn.linli.petition.domain;

import cn.linli.events.petition.CallAnswer;
import cn.linli.events.petition.WhistleCase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What communities, streets and departments ask of each other (社区呼叫 · 街道吹哨 · 部门报到). */
public sealed interface WhistleCommand extends PetitionCommand {

  record CallStreet(String reasonRef) implements WhistleCommand {}

  record AnswerCall(CallAnswer answer, @Nullable String reasonRef) implements WhistleCommand {}

  /**
   * @param id of the new whistle
   * @param lead one of the departments
   */
  record Blow(String id, WhistleCase why, List<Wanted> departments, String lead, String reasonRef)
      implements WhistleCommand {}

  /**
   * @param department an organisation's code, or {@code organisation@division}
   * @param within clock time it has for checking in; null: as configured for the case
   */
  record Wanted(String department, @Nullable Duration within) {}

  record CheckIn(String whistle) implements WhistleCommand {}

  record DeclineWhistle(String whistle, String reasonRef) implements WhistleCommand {}

  record Report(String whistle, String resultRef) implements WhistleCommand {}

  /** A street names the department, a department the street; one of the two is null. */
  record Score(String whistle, @Nullable String department, @Nullable String street, int score)
      implements WhistleCommand {}

  record CloseWhistle(String whistle) implements WhistleCommand {}
}
