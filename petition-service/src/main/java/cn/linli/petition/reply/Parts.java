package cn.linli.petition.reply;

import cn.linli.events.petition.Unit;
import cn.linli.events.petition.Vote;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Round;
import java.util.ArrayList;
import java.util.List;

/** Parts of a request that look the same in every reply. */
public final class Parts {

  private Parts() {}

  public static PetitionReply.Handler handler(Unit unit) {
    return new PetitionReply.Handler(
        unit.organisation() == null ? unit.division() : unit.organisation(),
        unit.level(),
        unit.division());
  }

  public static List<PetitionReply.Step> steps(Petition petition) {
    return petition.steps().stream()
        .map(step ->
            new PetitionReply.Step(
                step.at(), step.what(), step.unit() == null ? null : handler(step.unit())))
        .toList();
  }

  /** Role and division of an actor, without what stands for the person. */
  public static String withoutMark(String by) {
    int mark = by.indexOf('#');
    return mark < 0 ? by : by.substring(0, mark);
  }

  static List<PetitionReply.Visit> visits(Round round) {
    var visits = new ArrayList<PetitionReply.Visit>();
    round
        .unreachedOn()
        .forEach(
            day -> visits.add(new PetitionReply.Visit(day, false, false, null, null, null, null)));
    Vote vote = round.vote();
    if (vote != null) {
      visits.add(
          new PetitionReply.Visit(
              vote.day(),
              true,
              !round.votedByVisit(),
              vote.contacted(),
              vote.resolved(),
              vote.satisfied(),
              vote.grade()));
    }
    return visits;
  }
}
