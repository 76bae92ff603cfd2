package cn.linli.petition.casework;

import cn.linli.events.petition.DueKind;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Unit;
import cn.linli.petition.domain.BatchItem;
import cn.linli.petition.domain.Evolution;
import cn.linli.petition.domain.Filing;
import cn.linli.petition.domain.FormalCase;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Status;
import cn.linli.petition.domain.Telling;
import cn.linli.petition.domain.Timers;
import cn.linli.petition.domain.Visits;
import cn.linli.petition.domain.Whistle;
import cn.linli.petition.domain.Whistles;
import cn.linli.platform.commit.PlainKind;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.notice.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** The border between the rules of a request and the store. */
public final class PetitionKind extends PlainKind<Petition, PetitionEvent> {

  private static final int SCHEMA = 5;

  private final FactsBook facts;

  public PetitionKind(FactsBook facts) {
    super(PetitionStream.KIND, SCHEMA, Petition.class, PetitionEvent.class, Petition.NONE);
    this.facts = facts;
  }

  @Override
  public Petition evolve(Petition state, PetitionEvent event, Instant at, String by) {
    return Evolution.evolve(state, event, at, by);
  }

  @Override
  public @Nullable Instant due(Petition state) {
    return Timers.due(state);
  }

  @Override
  public Decision<PetitionEvent> fallDue(Petition state, Instant at) {
    return Timers.fallDue(state, facts.at(at, Actors.CLOCK, state.filed().division()));
  }

  @Override
  public String division(Petition state) {
    return state.filed().division();
  }

  @Override
  public void index(Petition state, Document into) {
    Filing filing = state.filed();
    into.append(ListFields.RECEIVED, Date.from(filing.submittedAt()))
        .append(ListFields.DIVISION, filing.division())
        .append(ListFields.PLACES, places(state))
        .append(ListFields.STATUS, state.status().wire())
        .append(ListFields.LEVEL, state.level().wire())
        .append(ListFields.CATEGORY, filing.facets().category())
        .append(ListFields.CHANNEL, filing.facets().channel().wire())
        .append(ListFields.REQUEST_KIND, filing.facets().kind().wire())
        .append(ListFields.MINE, mine(state));
    Instant answerBy = state.isOpen() ? state.time().deadlines().answerBy() : null;
    if (answerBy != null && !state.time().isSuspended()) {
      into.append(ListFields.ANSWER_BY, Date.from(answerBy));
    }
    Telling.notices(state)
        .next()
        .map(Notice::nextAt)
        .ifPresent(at -> into.append(ListFields.NOTICE_AT, Date.from(at)));
    if (filing.accusedMark() != null) {
      into.append(ListFields.ACCUSED, filing.accusedMark());
    }
    if (filing.sketch() != null) {
      into.append(ListFields.SKETCH, new Binary(Base64.getDecoder().decode(filing.sketch())))
          .append(
              ListFields.KIN, ListFields.kinships(filing.division(), filing.facets().category()));
    }
  }

  /** Where it is found, where it is open, to be asked about, or to be told by other means. */
  private static List<String> places(Petition state) {
    String division = state.filed().division();
    var places = new ArrayList<>(ListFields.places(division));
    if (state.isOpen()) {
      places.addAll(ListFields.openIn(division));
    }
    if (Visits.areDue(state)) {
      places.addAll(ListFields.visitedFrom(division));
    }
    if (Telling.notices(state).anyGivenUp()) {
      places.addAll(ListFields.noticesLookedAfterFrom(division));
    }
    return List.copyOf(places);
  }

  /**
   * Whose list it is on: the lead's and the co-handlers' while open, its filer's for ever; an
   * organisation, which sees nothing else, keeps what it led. What is to be inspected again is on
   * the list of who opened its batch. Also theirs who are called: a street until it answers, a
   * department until it has reported or declined; in the formal regime the body that reviews, and
   * whoever has not handed over a written answer yet.
   */
  private static List<String> mine(Petition state) {
    var mine = new ArrayList<String>();
    mine.add(state.filed().by());
    if (state.unit().organisation() != null) {
      mine.add(ListFields.workList(state.unit()));
    }
    for (String list : waiting(state)) {
      if (!Character.isDigit(list.charAt(0))) {
        mine.add(list); // an organisation sees nothing else; a division's own body sees its place
      }
      mine.add(ListFields.open(list));
    }
    return mine.stream().distinct().toList();
  }

  /**
   * The work lists of those who still have something to do: under a name of their own in the index,
   * so that a work list reads no more than it shows, whatever its house has answered.
   */
  private static List<String> waiting(Petition state) {
    var waiting = new ArrayList<String>();
    if (state.isOpen()) {
      waiting.add(ListFields.workList(state.unit()));
      for (String code : state.held().coHandlers()) {
        waiting.add(ListFields.coHandlerList(code));
      }
      Unit dispatcher = state.held().dispatchedBy();
      if (dispatcher != null && state.held().returnAskedBy() != null) {
        waiting.add(ListFields.workList(dispatcher));
      }
      Whistles whistles = Whistles.of(state);
      if (whistles.call() != null) {
        waiting.add(ListFields.workList(whistles.call().street()));
      }
      whistles
          .waiting(Whistle.State.CALLED, Whistle.State.CHECKED_IN)
          .forEach(called -> waiting.add(ListFields.workList(called.unit())));
    }
    BatchItem item = state.proceedings().batchItem();
    if (item != null && state.time().fallen().contains(DueKind.REINSPECTION)) {
      boolean waits = state.isOpen() || state.status() == Status.RESOLVED;
      if (waits && !item.isVerified(state.round())) {
        waiting.add(ListFields.workList(item.owner()));
      }
    }
    FormalCase formal = state.proceedings().formal();
    if (state.status() == Status.UNDER_REVIEW && formal != null && formal.review() != null) {
      waiting.add(ListFields.workList(formal.review().body()));
    }
    Unit author = formal == null ? null : formal.owesAnswer(state.status());
    if (author != null) {
      waiting.add(ListFields.workList(author));
    }
    return waiting;
  }
}
