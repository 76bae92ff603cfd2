package cn.linli.petition.batches;

import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStates.Stored;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.BatchItem;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Status;
import cn.linli.petition.reply.BatchItemPart;
import cn.linli.petition.reply.Parts;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.commit.StreamState;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Redaction;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Resource;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How a batch looks to who covers its place, and to whom one of its items was handed. */
final class Batches implements Resource<BatchReply> {

  private final StateStore store;
  private final PetitionStates states;
  private final Reach reach;
  private final Vault vault;

  Batches(StateStore store, PetitionStates states, Reach reach, Vault vault) {
    this.store = store;
    this.states = states;
    this.reach = reach;
    this.vault = vault;
  }

  @Nullable BatchReply one(Query<NoBody> query) {
    String id = query.path("id");
    if (!PetitionStream.isId(id)) {
      return null;
    }
    BatchReply reply = asItIsNow(Batch.Kind.stream(id), query.caller(), query.language());
    if (reply != null && reply.items().isEmpty()) {
      throw AccessException.outOfScope();
    }
    return reply;
  }

  @Override
  public @Nullable BatchReply afterCommit(Outcome.Done done, Call<?> call) {
    return asItIsNow(done.primary(), call.caller(), call.language());
  }

  @Override
  public @Nullable BatchReply asItIsNow(StreamId stream, Caller caller, Language language) {
    StreamState loaded = store.rebuild(stream); // one event
    if (loaded.version() == 0 || caller.is(Role.RESIDENT)) {
      return null;
    }
    var batch = (Batch) loaded.value();
    List<Stored> items = items(batch);
    boolean covered = caller.covers(DivisionCode.of(batch.division()));
    List<Stored> seen =
        items.stream().filter(it -> reach.of(it.petition(), caller) == Reach.View.OPEN).toList();
    return new BatchReply(
        stream.key(),
        covered || !seen.isEmpty() ? vault.open(batch.projectRef()).text().orElse(null) : null,
        batch.division(),
        batch.openedAt(),
        batch.reinspectAt(),
        counts(items),
        shown(seen),
        loaded.version());
  }

  private List<Stored> items(Batch batch) {
    var ids = batch.items().stream().map(id -> PetitionStream.of(id).toString()).toList();
    var byId = new HashMap<String, Stored>();
    states.list(Filters.in("_id", ids), ids.size()).forEach(it -> byId.put(it.id(), it));
    return batch.items().stream().map(byId::get).filter(Objects::nonNull).toList();
  }

  private static BatchReply.Counts counts(List<Stored> items) {
    return new BatchReply.Counts(
        items.size(),
        count(items, Petition::isOpen),
        count(items, it -> it.status() == Status.RESOLVED),
        count(items, Batches::isVerified),
        count(items, it -> it.status() == Status.CLOSED));
  }

  private static int count(List<Stored> items, Predicate<Petition> which) {
    return (int) items.stream().map(Stored::petition).filter(which).count();
  }

  private static boolean isVerified(Petition petition) {
    BatchItem item = petition.proceedings().batchItem();
    return item != null && item.isVerified(petition.round());
  }

  private List<BatchReply.Item> shown(List<Stored> items) {
    Map<String, Content> contents =
        vault.openAll(items.stream().map(it -> it.petition().filed().contentRef()).toList());
    var shown = new ArrayList<BatchReply.Item>();
    for (Stored stored : items) {
      Petition petition = stored.petition();
      FiledContent content =
          contents
              .get(petition.filed().contentRef())
              .read(FiledContent.class)
              .orElse(FiledContent.ERASED);
      BatchItemPart part =
          BatchItemPart.of(Objects.requireNonNull(petition.proceedings().batchItem()), petition);
      shown.add(
          new BatchReply.Item(
              stored.id(),
              Redaction.caption(content.title()),
              petition.filed().facets().category(),
              petition.filed().division(),
              petition.status(),
              petition.level(),
              Parts.handler(petition.unit()),
              petition.round().number(),
              part.reinspectAt(),
              part.verified(),
              part.inspectedAt(),
              part.inspectedBy()));
    }
    return shown;
  }
}
