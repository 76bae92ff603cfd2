package cn.linli.mediation.panel;

import cn.linli.events.mediation.Mechanism;
import cn.linli.mediation.casework.CommitteeCases;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.Reach;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Panels;
import cn.linli.mediation.domain.roster.Candidate;
import cn.linli.mediation.domain.roster.Conflict;
import cn.linli.mediation.domain.roster.Matter;
import cn.linli.mediation.domain.roster.Merit;
import cn.linli.mediation.domain.roster.Ranked;
import cn.linli.mediation.domain.roster.Ranking;
import cn.linli.mediation.domain.roster.Suggestion;
import cn.linli.mediation.roster.MediatorPerson;
import cn.linli.mediation.roster.RosterBook;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.vault.Mask;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who could mediate a dispute: the ranking of the rules over what the roster says now. */
final class Suggesting {

  static final List<String> PARAMETERS = List.of("mechanism", "committee", "languages", "limit");

  private static final int SHOWN = 20;
  private static final int SHOWN_MAX = 100;
  private static final int LANGUAGES_MAX = 10;
  private static final Pattern BODY = Pattern.compile(CommitteeCases.ID);

  private final CaseStates<Dispute> disputes;
  private final RosterBook roster;
  private final Plans plans;
  private final SuggestionTexts texts = new SuggestionTexts();

  Suggesting(CaseStates<Dispute> disputes, RosterBook roster, Plans plans) {
    this.disputes = disputes;
    this.roster = roster;
    this.plans = plans;
  }

  @Nullable SuggestionReply of(Query<NoBody> query) {
    Mechanism mechanism = query.oneOf("mechanism", Mechanism.class).orElse(Mechanism.SINGLE);
    String body = query.text("committee").filter(it -> BODY.matcher(it).matches()).orElse(null);
    Set<String> languages =
        query.text("languages").stream()
            .flatMap(it -> Stream.of(it.split(",")))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .limit(LANGUAGES_MAX)
            .collect(Collectors.toSet());
    int shown = query.number("limit", SHOWN, 1, SHOWN_MAX);
    return Reach.open(disputes.find(DisputeStream.fromPath(query.path("id"))), query.caller())
        .map(CaseStates.Stored::state)
        .map(dispute -> suggested(dispute, mechanism, body, languages, shown, query.language()))
        .orElse(null);
  }

  private SuggestionReply suggested(
      Dispute dispute,
      Mechanism mechanism,
      @Nullable String body,
      Set<String> languages,
      int shown,
      Language language) {
    List<Candidate> found = roster.at(dispute, body);
    Matter matter = Panels.matter(dispute, body, languages);
    var suggestion = Suggestion.of(found, matter, plans.of(mechanism, dispute.filed().division()));
    Ranking.Result ranking = suggestion.ranking();
    List<Ranked> first = ranking.ranked().stream().limit(shown).toList();
    List<Ranking.Blocked> blocked = ranking.blocked().stream().limit(shown).toList();
    Map<String, MediatorPerson> persons = persons(first, blocked, suggestion.panels());
    return new SuggestionReply(
        dispute.filed().id(),
        mechanism,
        Merit.FORMULA,
        ranking.ranked().size(),
        RosterBook.isCut(found),
        first.stream().map(it -> fit(it, persons, language)).toList(),
        blocked.stream().map(it -> blocked(it, persons, language)).toList(),
        suggestion.panels().stream().map(it -> bench(it, persons)).toList());
  }

  private Map<String, MediatorPerson> persons(
      List<Ranked> first, List<Ranking.Blocked> blocked, List<Suggestion.Panel> panels) {
    var ids = new ArrayList<String>();
    first.forEach(it -> ids.add(it.id()));
    blocked.forEach(it -> ids.add(it.candidate().id()));
    panels.forEach(panel -> panel.places().forEach(it -> ids.add(it.candidate().id())));
    return roster.persons(ids);
  }

  private SuggestionReply.Fit fit(
      Ranked it, Map<String, MediatorPerson> persons, Language language) {
    return new SuggestionReply.Fit(
        it.id(),
        name(it.id(), persons),
        it.candidate().mediator().profile().grade(),
        it.candidate().openCases(),
        it.score(),
        it.parts().stream()
            .map(part ->
                new SuggestionReply.Part(
                    part.merit(),
                    part.points(),
                    part.detail(),
                    texts.of(part.merit(), part.detail(), language)))
            .toList());
  }

  private SuggestionReply.Blocked blocked(
      Ranking.Blocked it, Map<String, MediatorPerson> persons, Language language) {
    return new SuggestionReply.Blocked(
        it.candidate().id(),
        name(it.candidate().id(), persons),
        it.conflicts().stream().map(conflict -> reason(conflict, language)).toList());
  }

  private SuggestionReply.Reason reason(Conflict it, Language language) {
    String party = it.party();
    return new SuggestionReply.Reason(
        it.kind(), party, texts.of(it.kind(), party == null ? "" : party, language));
  }

  private static SuggestionReply.Bench bench(
      Suggestion.Panel it, Map<String, MediatorPerson> persons) {
    return new SuggestionReply.Bench(
        it.score(),
        it.isComplete(),
        it.places().stream()
            .map(place ->
                new SuggestionReply.Place(
                    place.seat(), place.candidate().id(), name(place.candidate().id(), persons)))
            .toList(),
        it.missing());
  }

  private static @Nullable String name(String id, Map<String, MediatorPerson> persons) {
    MediatorPerson person = persons.get(id);
    return person == null ? null : Mask.name(person.name());
  }
}
