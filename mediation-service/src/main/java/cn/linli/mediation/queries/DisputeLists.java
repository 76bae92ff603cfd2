package cn.linli.mediation.queries;

import cn.linli.mediation.casework.Actors;
import cn.linli.mediation.casework.Benches;
import cn.linli.mediation.casework.Sealed;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Filing;
import cn.linli.mediation.domain.Timers;
import cn.linli.mediation.reply.CaseNumberText;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.search.WordSearch;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Redaction;
import cn.linli.platform.vault.Sketch;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.Position;
import cn.linli.platform.web.Query;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;

/** Lists of disputes in the order they came in. */
final class DisputeLists {

  static final Bson ORDER = ListFilter.ORDER.sort();

  private final CaseStates<Dispute> states;
  private final Vault vault;
  private final WordSearch<Dispute> search;
  private final Benches benches;

  DisputeLists(
      CaseStates<Dispute> states, Vault vault, WordSearch<Dispute> search, Benches benches) {
    this.states = states;
    this.vault = vault;
    this.search = search;
    this.benches = benches;
  }

  /** A dispute and what was said when it was filed. */
  record Captioned(Stored<Dispute> stored, Sealed.Content content) {}

  Page<DisputeItem> page(Query<NoBody> query) {
    Actor actor = Actors.of(query.caller());
    int oneMore = query.limit() + 1;
    List<Captioned> found =
        query
            .text("q")
            .map(words -> search(query, words, oneMore))
            .orElseGet(() -> captioned(states.list(ListFilter.of(query), ORDER, oneMore)));
    Page<Captioned> page = query.page(found, it -> position(it.stored()));
    return new Page<>(page.items().stream().map(it -> item(it, actor)).toList(), page.next());
  }

  private List<Captioned> search(Query<NoBody> query, String words, int oneMore) {
    return search.find(
        ListFilter.of(query, words),
        oneMore,
        candidates ->
            captioned(candidates).stream()
                .filter(it -> Sketch.matches(it.content().searched(), words))
                .toList());
  }

  List<Captioned> captioned(List<Stored<Dispute>> stored) {
    Map<String, Content> contents =
        vault.openAll(stored.stream().map(it -> it.state().filed().contentRef()).toList());
    return stored.stream()
        .map(it ->
            new Captioned(
                it,
                contents
                    .get(it.state().filed().contentRef())
                    .read(Sealed.Content.class)
                    .orElse(Sealed.Content.ERASED)))
        .toList();
  }

  private DisputeItem item(Captioned captioned, Actor actor) {
    Dispute dispute = captioned.stored().state();
    Filing filing = dispute.filed();
    return new DisputeItem(
        captioned.stored().id(),
        CaseNumberText.of(dispute.conducted().caseNumber(), benches),
        Redaction.caption(captioned.content().title()),
        filing.kind(),
        filing.source(),
        dispute.status(),
        dispute.level(),
        dispute.bench().committee(),
        filing.division(),
        dispute.parties().size(),
        dispute.claims().size(),
        filing.receivedAt(),
        Timers.due(dispute),
        DisputeItem.Raised.of(dispute, actor),
        captioned.stored().version());
  }

  private static Position position(Stored<Dispute> stored) {
    return new Position(stored.state().filed().receivedAt(), stored.id());
  }
}
