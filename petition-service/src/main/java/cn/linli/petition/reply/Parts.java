package cn.linli.petition.reply;

import cn.linli.events.petition.Unit;
import cn.linli.events.petition.Vote;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Round;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
    return steps(petition.steps().stream());
  }

  /** A merged request's own steps and, from then on, those of the one it is worked on with. */
  public static List<PetitionReply.Step> steps(Petition petition, Petition main) {
    return steps(
        Stream.concat(petition.steps().stream(), main.steps().stream())
            .sorted(Comparator.comparing(Petition.Step::at)));
  }

  private static List<PetitionReply.Step> steps(Stream<Petition.Step> steps) {
    return steps
        .map(step ->
            new PetitionReply.Step(
                step.at(), step.what(), step.unit() == null ? null : handler(step.unit())))
        .toList();
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
