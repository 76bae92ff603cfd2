package cn.linli.petition.domain;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.petition.Answer;
import cn.linli.events.petition.Exclusions;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Thanked;
import cn.linli.events.petition.PetitionEvent.VisitMissed;
import cn.linli.events.petition.PetitionEvent.Voted;
import cn.linli.events.petition.Vote;
import cn.linli.petition.domain.PetitionCommand.Rate;
import cn.linli.petition.domain.PetitionCommand.Thank;
import cn.linli.petition.domain.PetitionCommand.Visit;
import cn.linli.petition.domain.Round.Resolution;
import cn.linli.platform.decide.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/**
 * What the petitioner says about the handling: asked by somebody who did not resolve it, or of
 * their own accord. One vote counts per round; the petitioner's own word replaces a visitor's
 * record. Source: domain rules §4.6.
 */
final class Visiting {

  private Visiting() {}

  static Decision<PetitionEvent> visit(Visit visit, Petition petition, Facts facts) {
    if (!isAnswered(petition) && !Visits.isDueAtDeadline(petition)) {
      return refuse("not-resolved");
    }
    if (!Visits.mayVisit(petition, facts.actor())) {
      return refuse("visitor-is-resolver");
    }
    if (petition.round().hasVoted()) {
      return refuse("already-voted");
    }
    if (!visit.reached()) {
      return missed(petition, facts);
    }
    if (visit.resolved() == null || visit.satisfied() == null) {
      return refuse("vote-incomplete");
    }
    return accept(
        new Voted(
            petition.filed().facets(),
            true,
            vote(
                visit.contacted(),
                visit.resolved(),
                visit.satisfied(),
                visit.grade(),
                petition,
                facts),
            petition.round().vote(),
            visit.noteRef()));
  }

  private static Decision<PetitionEvent> missed(Petition petition, Facts facts) {
    if (petition.round().unreached()) {
      return refuse("already-unreached");
    }
    var days = new ArrayList<>(petition.round().unreachedOn());
    days.add(facts.today());
    int tries = days.size();
    int onDays = new HashSet<>(days).size();
    Rulebook.Habits habits = facts.rulebook().habits();
    boolean last = tries >= habits.unreachedTries() && onDays >= habits.unreachedDays();
    return accept(new VisitMissed(petition.filed().facets(), tries, onDays, last));
  }

  static Decision<PetitionEvent> rate(Rate rate, Petition petition, Facts facts) {
    if (!facts.actor().isOwnerOf(petition)) {
      return refuse("not-your-petition");
    }
    return isAnswered(petition) ? rated(rate, petition, facts) : refuse("not-resolved");
  }

  /** One vote of the petitioner's own; it takes the place of a visitor's record. */
  static Decision<PetitionEvent> rated(Rate rate, Petition petition, Facts facts) {
    Round round = petition.round();
    if (round.hasVoted() && !round.votedByVisit()) {
      return refuse("already-voted");
    }
    return accept(
        new Voted(
            petition.filed().facets(),
            false,
            vote(
                rate.contacted(), rate.resolved(), rate.satisfied(), rate.grade(), petition, facts),
            round.vote(),
            rate.noteRef()));
  }

  private static Vote vote(
      @Nullable Boolean contacted,
      Answer resolved,
      boolean satisfied,
      @Nullable Integer grade,
      Petition petition,
      Facts facts) {
    boolean contactOwed =
        petition.time().deadlines().contactBy() != null && !answeredAtOnce(petition);
    return new Vote(facts.today(), contactOwed ? contacted : null, resolved, satisfied, grade);
  }

  /** A question answered on the spot owes no contact beside the answer. */
  private static boolean answeredAtOnce(Petition petition) {
    Resolution resolution = petition.round().resolution();
    return resolution != null
        && Exclusions.isAnsweredAtOnce(
            petition.filed().facets().kind(), resolution.span().minutes());
  }

  static Decision<PetitionEvent> thank(Thank thank, Petition petition, Facts facts) {
    if (!facts.actor().isOwnerOf(petition) && facts.actor().unit() == null) {
      return refuse("not-your-petition");
    }
    return isAnswered(petition) ? accept(new Thanked(thank.form())) : refuse("not-resolved");
  }

  private static boolean isAnswered(Petition petition) {
    return petition.status() == Status.RESOLVED || petition.status() == Status.CLOSED;
  }
}
