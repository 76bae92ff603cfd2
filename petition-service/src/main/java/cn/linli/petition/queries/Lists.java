package cn.linli.petition.queries;

import cn.linli.petition.casework.ExternalIds;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStates.Stored;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.Card;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.reply.Parts;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Redaction;
import cn.linli.platform.vault.Sketch;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Position;
import cn.linli.platform.web.Query;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Lists of requests in the order they came in, or the newest first. */
final class Lists {

  private final PetitionStates states;
  private final ListFilter filter;
  private final ExternalIds externalIds;
  private final Vault vault;
  private final FactsBook facts;
  private final Reach reach;
  private final InstantSource clock;

  Lists(
      PetitionStates states,
      ListFilter filter,
      ExternalIds externalIds,
      Vault vault,
      FactsBook facts,
      Reach reach,
      InstantSource clock) {
    this.states = states;
    this.filter = filter;
    this.externalIds = externalIds;
    this.vault = vault;
    this.facts = facts;
    this.reach = reach;
    this.clock = clock;
  }

  /** A request and its caption. */
  private record Captioned(Stored stored, FiledContent content) {}

  Page<PetitionItem> page(Query<NoBody> query) {
    Instant now = clock.instant();
    if (query.text("externalId").isPresent()) {
      return byExternalId(query, query.text("externalId").get(), now);
    }
    int oneMore = query.limit() + 1;
    List<Captioned> found =
        query
            .text("q")
            .map(words -> search(query, now, words, oneMore))
            .orElseGet(() ->
                captioned(states.list(filter.of(query, now), ListFilter.order(query), oneMore)));
    Page<Captioned> page = query.page(found, it -> position(it.stored()));
    return new Page<>(page.items().stream().map(it -> item(it, now)).toList(), page.next());
  }

  private Page<PetitionItem> byExternalId(Query<NoBody> query, String externalId, Instant now) {
    var items =
        externalIds
            .holder(query.caller(), externalId)
            .flatMap(states::find)
            .filter(stored -> reach.of(stored.petition(), query.caller()) == Reach.View.OPEN)
            .map(stored -> captioned(List.of(stored)))
            .orElse(List.of());
    return new Page<>(items.stream().map(it -> item(it, now)).toList(), null);
  }

  private List<Captioned> search(Query<NoBody> query, Instant now, String words, int oneMore) {
    return states.search(
        filter.of(query, now, words),
        oneMore,
        candidates ->
            captioned(candidates).stream()
                .filter(it -> Sketch.matches(it.content().searched(), words))
                .toList());
  }

  private List<Captioned> captioned(List<Stored> stored) {
    Map<String, Content> contents =
        vault.openAll(stored.stream().map(it -> it.petition().filed().contentRef()).toList());
    return stored.stream()
        .map(it ->
            new Captioned(
                it,
                contents
                    .get(it.petition().filed().contentRef())
                    .read(FiledContent.class)
                    .orElse(FiledContent.ERASED)))
        .toList();
  }

  private PetitionItem item(Captioned captioned, Instant now) {
    Petition petition = captioned.stored().petition();
    var filing = petition.filed();
    return new PetitionItem(
        captioned.stored().id(),
        Redaction.caption(captioned.content().title()),
        filing.facets().kind(),
        filing.facets().regime(),
        petition.status(),
        petition.level(),
        filing.division(),
        Parts.handler(petition.unit()),
        filing.facets().category(),
        filing.facets().channel(),
        filing.urgency(),
        filing.submittedAt(),
        petition.time().deadlines().answerBy(),
        Card.of(petition, now, facts.calendar(filing.division())),
        petition.time().overdue(),
        filing.affectedHouseholds(),
        captioned.stored().version());
  }

  private static Position position(Stored stored) {
    return new Position(stored.petition().filed().submittedAt(), stored.id());
  }
}
