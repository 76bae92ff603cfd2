package cn.linli.timebank.teams;

import cn.linli.events.timebank.SkillEvent;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.teams.Skills;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Volunteers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;

/** What volunteers can do: streams {@code s:<account>}. */
final class SkillCases extends Kind<Skills, SkillEvent> {

  static final String NAME = Volunteers.SKILLS;

  SkillCases() {
    super(NAME, Skills.class, SkillEvent.class, Skills.NONE);
  }

  @Override
  public Skills evolve(Skills state, SkillEvent event, Instant at, String by) {
    return Skills.evolve(state, event, at);
  }

  @Override
  public String division(Skills state) {
    return Objects.requireNonNull(state.division());
  }

  /** Who can do something in a place: only what somebody else has seen. */
  @Override
  public void index(Skills state, Document into) {
    var in = new ArrayList<>(ListFields.places(NAME, division(state)));
    state
        .shown()
        .forEach(skill -> in.addAll(ListFields.places(NAME + "-" + skill, division(state))));
    into.append(ListFields.IN, in)
        .append(ListFields.SINCE, Date.from(Objects.requireNonNull(state.since())));
  }
}
