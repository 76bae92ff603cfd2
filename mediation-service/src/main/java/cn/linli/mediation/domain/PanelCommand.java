package cn.linli.mediation.domain;

import cn.linli.events.mediation.Mechanism;
import cn.linli.mediation.domain.roster.Candidate;
import cn.linli.mediation.domain.roster.SeatPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who mediates: what parties and committees ask. What was looked up on the roster comes along. */
public sealed interface PanelCommand extends DisputeCommand {

  /** Mediators a party would like, each on the roster. */
  record Choose(Voice voice, List<String> mediators) implements PanelCommand, PartyAct {}

  /** A mediator a party does not accept; before or after they were appointed. */
  record RefuseMediator(Voice voice, String mediator, @Nullable String reasonRef)
      implements PanelCommand, PartyAct {}

  /**
   * @param people who sit, in the order they were named
   * @param chosen what the roster says of mediators that every party would like
   */
  record Appoint(Mechanism mechanism, SeatPlan plan, List<Candidate> people, List<Candidate> chosen)
      implements PanelCommand {}

  /** {@code mediator} steps aside. */
  record Recuse(String mediator, String reasonRef) implements PanelCommand {}

  /**
   * @param left who sits or sat in the seat
   * @param by who takes it
   */
  record Replace(String left, Candidate by, SeatPlan plan) implements PanelCommand {}
}
