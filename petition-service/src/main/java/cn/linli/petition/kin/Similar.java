package cn.linli.petition.kin;

import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStates.Stored;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.Filing;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.reply.Togetherness;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Redaction;
import cn.linli.platform.vault.Sketch;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** What is like a stored request, or like one that is being typed. */
final class Similar {

  /** What anybody compares at a glance; only these are read whole and opened. */
  private static final int SHOWN_MAX = 10;

  private final Neighbourhood neighbourhood;
  private final PetitionStates states;
  private final Sketch sketch;
  private final Vault vault;
  private final Reach reach;
  private final InstantSource clock;

  Similar(
      Neighbourhood neighbourhood,
      PetitionStates states,
      Sketch sketch,
      Vault vault,
      Reach reach,
      InstantSource clock) {
    this.neighbourhood = neighbourhood;
    this.states = states;
    this.sketch = sketch;
    this.vault = vault;
    this.reach = reach;
    this.clock = clock;
  }

  SimilarReply toDraft(Query<Draft> query) {
    Draft draft = query.body();
    return reply(
        new Neighbourhood.Question(
            sketch.of(draft.text()),
            draft.division().value(),
            draft.category(),
            clock.instant(),
            new HashSet<>(reach.marks(query.caller())),
            null),
        query.caller());
  }

  @Nullable SimilarReply toStored(Query<NoBody> query) {
    Stored stored = states.find(PetitionStream.fromPath(query.path("id"))).orElse(null);
    if (stored == null) {
      return null;
    }
    switch (reach.of(stored.petition(), query.caller())) {
      case HIDDEN -> {
        return null;
      }
      case OUT_OF_SCOPE -> throw AccessException.outOfScope();
      case OPEN -> {}
    }
    Filing filing = stored.petition().filed();
    if (filing.sketch() == null) {
      return new SimilarReply(List.of());
    }
    return reply(
        new Neighbourhood.Question(
            new Binary(Base64.getDecoder().decode(filing.sketch())),
            filing.division(),
            filing.facets().category(),
            clock.instant(),
            new HashSet<>(reach.marks(query.caller())),
            stored.id()),
        query.caller());
  }

  private SimilarReply reply(Neighbourhood.Question question, Caller caller) {
    Map<String, Kindred> near =
        neighbourhood.near(question, SHOWN_MAX).stream()
            .collect(Collectors.toMap(Kindred::id, it -> it, (one, _) -> one, LinkedHashMap::new));
    List<Shown> shown =
        states.findAll(near.keySet().stream().map(PetitionStream::of).toList()).stream()
            .filter(stored -> mayKnow(stored.petition(), caller))
            .map(stored ->
                new Shown(
                    Objects.requireNonNull(near.get(stored.id())),
                    stored,
                    reach.of(stored.petition(), caller) == Reach.View.OPEN))
            .toList();
    Map<String, Content> contents =
        vault.openAll(
            shown.stream()
                .filter(Shown::open)
                .map(it -> it.stored().petition().filed().contentRef())
                .toList());
    return new SimilarReply(shown.stream().map(it -> item(it, contents)).toList());
  }

  /** Beside the list's own filter: what was told in confidence is not told to neighbours. */
  private boolean mayKnow(Petition petition, Caller caller) {
    Filing filing = petition.filed();
    boolean delicate =
        filing.confidential()
            || filing.facets().kind() == Kind.ACCUSATION
            || filing.accusedMark() != null;
    return switch (reach.of(petition, caller)) {
      case OPEN -> true;
      case OUT_OF_SCOPE -> !delicate;
      case HIDDEN -> !delicate && caller.is(Role.RESIDENT);
    };
  }

  private record Shown(Kindred kindred, Stored stored, boolean open) {}

  private static SimilarReply.Item item(Shown shown, Map<String, Content> contents) {
    Petition petition = shown.stored().petition();
    Filing filing = petition.filed();
    String division = filing.division();
    return new SimilarReply.Item(
        shown.open() ? shown.stored().id() : null,
        shown.open()
            ? Redaction.caption(
                contents
                    .get(filing.contentRef())
                    .read(FiledContent.class)
                    .orElse(FiledContent.ERASED)
                    .title())
            : null,
        shown.kindred().likeness(),
        petition.status(),
        petition.level(),
        shown.open() ? division : Level.COMMUNITY.around(division),
        filing.facets().category(),
        filing.submittedAt(),
        Togetherness.clusterId(shown.stored().id(), petition));
  }
}
