package cn.linli.mediation.panel;

import cn.linli.events.mediation.Mechanism;
import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.DisputeCommand;
import cn.linli.mediation.domain.Panel;
import cn.linli.mediation.domain.PanelCommand;
import cn.linli.mediation.domain.Panels;
import cn.linli.mediation.domain.roster.Candidate;
import cn.linli.mediation.roster.RosterBook;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import java.util.List;
import java.util.Set;

/**
 * From calls to commands of a panel. What the roster says of those who are named is looked up
 * before the command: it may be some milliseconds old, the dispute it is decided on never is.
 */
final class Empanel {

  private final CaseStates<Dispute> disputes;
  private final RosterBook roster;
  private final Plans plans;

  Empanel(CaseStates<Dispute> disputes, RosterBook roster, Plans plans) {
    this.disputes = disputes;
    this.roster = roster;
    this.plans = plans;
  }

  DisputeCommand appoint(Call<Bodies.Appoint> call) {
    Bodies.Appoint body = call.body();
    Dispute dispute = dispute(call);
    List<String> chosen = Panels.matter(dispute, null, Set.of()).chosenByAll();
    return new PanelCommand.Appoint(
        body.mechanism(),
        plans.of(body.mechanism(), dispute.filed().division()),
        named(body.mediators(), dispute),
        roster.named(chosen, dispute));
  }

  DisputeCommand choose(Call<Bodies.Choose> call, Acting.Brought brought) {
    Bodies.Choose body = call.body();
    named(body.mediators(), dispute(call));
    return new PanelCommand.Choose(
        brought.voice(body.party(), body.recordedOnBehalf()), body.mediators());
  }

  DisputeCommand refuse(Call<Bodies.Refuse> call, Acting.Brought brought) {
    Bodies.Refuse body = call.body();
    named(List.of(body.refused()), dispute(call));
    return new PanelCommand.RefuseMediator(
        brought.voice(body.party(), body.recordedOnBehalf()),
        body.refused(),
        brought.sealIfAny(body.reason()));
  }

  DisputeCommand replace(Call<Bodies.Replace> call) {
    Dispute dispute = dispute(call);
    Mechanism mechanism = Panel.of(dispute).mechanism();
    return new PanelCommand.Replace(
        call.body().left(),
        named(List.of(call.body().successor()), dispute).getFirst(),
        plans.of(mechanism == null ? Mechanism.SINGLE : mechanism, dispute.filed().division()));
  }

  /** Who may not see it is told so by the rule. */
  private Dispute dispute(Call<?> call) {
    return disputes
        .find(DisputeStream.fromPath(call.path("id")))
        .map(CaseStates.Stored::state)
        .orElseThrow(() -> new ProblemException(Problem.notFound()));
  }

  /** All of them, in their order; 422 {@code unknown-mediator} where one is not on the roster. */
  private List<Candidate> named(List<String> ids, Dispute dispute) {
    List<Candidate> found = roster.named(ids, dispute);
    if (found.size() < ids.size()) {
      throw new ProblemException(Problem.of(422, "unknown-mediator"));
    }
    return found;
  }
}
