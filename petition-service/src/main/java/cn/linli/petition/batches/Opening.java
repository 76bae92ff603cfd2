package cn.linli.petition.batches;

import cn.linli.events.petition.BatchEvent.BatchOpened;
import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Urgency;
import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.Codes;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.domain.Actor;
import cn.linli.petition.domain.BatchCommand;
import cn.linli.petition.domain.FormalPast;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.domain.PetitionRules;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.vault.Sketch;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One transaction: the batch and all its requests, each filed and handed over; or nothing. */
final class Opening {

  private final Vault vault;
  private final Sketch sketch;
  private final FactsBook facts;
  private final Divisions divisions;

  Opening(Vault vault, Sketch sketch, FactsBook facts, Divisions divisions) {
    this.vault = vault;
    this.sketch = sketch;
    this.facts = facts;
    this.divisions = divisions;
  }

  /** A request to be, and where. */
  private record Filed(StreamId stream, DivisionCode division, BatchCommand.SubmitItem command) {}

  Command open(Call<Bodies.Open> call) {
    Bodies.Open body = call.body();
    StreamId batch = Batch.Kind.stream(call.derivedId("batch"));
    var documents = new ArrayList<Document>();
    var project = new Words(vault.sealingNew(batch, call.commandId()));
    String projectRef = project.seal(body.project());
    documents.addAll(project.documents());
    var items = new ArrayList<Filed>();
    for (Bodies.Item item : body.items()) {
      items.add(filed(call, batch, item, items.size(), documents));
    }
    var opened =
        new BatchOpened(
            body.division().value(),
            projectRef,
            body.reinspectAt(),
            items.stream().map(it -> it.stream().key()).toList());
    var streams = new ArrayList<StreamId>();
    streams.add(batch);
    items.forEach(it -> streams.add(it.stream()));
    Actor actor = Actors.of(call.caller());
    return call.command(
        201, streams, documents, states -> decide(batch, opened, items, states, actor));
  }

  private Filed filed(
      Call<Bodies.Open> call, StreamId batch, Bodies.Item item, int index, List<Document> into) {
    Bodies.Open body = call.body();
    StreamId stream = PetitionStream.of(call.derivedId("item-" + index));
    DivisionCode division = Objects.requireNonNullElse(item.division(), body.division());
    var content =
        new FiledContent(
            item.title(),
            Objects.requireNonNullElse(item.description(), item.title()),
            item.address() == null ? null : new FiledContent.Location(item.address(), null, null),
            null,
            null,
            null,
            null,
            List.of());
    var words = new Words(vault.sealingNew(stream, call.commandId()));
    String contentRef = words.seal(null, content);
    into.addAll(words.documents());
    String organisation = item.organisation() == null ? body.organisation() : item.organisation();
    return new Filed(
        stream,
        division,
        new BatchCommand.SubmitItem(
            submit(item, body.category(), division, contentRef, content),
            organisation == null ? null : Codes.normalised(organisation),
            batch.key(),
            body.reinspectAt()));
  }

  private PetitionCommand.Submit submit(
      Bodies.Item item,
      @Nullable String category,
      DivisionCode division,
      String contentRef,
      FiledContent content) {
    return new PetitionCommand.Submit(
        Objects.requireNonNullElse(item.kind(), Kind.APPEAL),
        Regime.HOTLINE,
        Channel.PROACTIVE,
        Objects.requireNonNullElse(item.urgency(), Urgency.NORMAL),
        item.category() == null ? String.valueOf(category) : item.category(),
        division.value(),
        false,
        false,
        false,
        false,
        0,
        1,
        false,
        null,
        null,
        null,
        FormalPast.NONE,
        null,
        Base64.getEncoder().encodeToString(sketch.of(content.searched()).getData()),
        contentRef,
        null,
        List.of());
  }

  private Verdict decide(
      StreamId batch, BatchOpened opened, List<Filed> items, Command.Streams states, Actor actor) {
    var changes = new ArrayList<Change>();
    changes.add(new Change(batch, List.of(opened)));
    for (Filed item : items) {
      switch (decide(item, opened.division(), states, actor)) {
        case Decision.Refused<PetitionEvent>(var refusal) -> {
          return new Verdict.Refuse(refusal.with("item", changes.size()));
        }
        case Decision.Accepted<PetitionEvent>(var events) ->
            changes.add(new Change(item.stream(), events));
      }
    }
    return new Verdict.Accept(changes);
  }

  private Decision<PetitionEvent> decide(
      Filed item, String outer, Command.Streams states, Actor actor) {
    String division = item.division().value();
    if (!division.startsWith(outer) || !divisions.now().isKnown(item.division())) {
      return Decision.refuse(
          Refusal.of("item-outside-batch", "division", division).with("batch", outer));
    }
    if (!facts.isCategory(item.command().submit().category(), division)) {
      return Decision.refuse("unknown-category");
    }
    Instant at = states.at();
    return PetitionRules.decide(
        item.command(), states.state(item.stream(), Petition.class), facts.at(at, actor, division));
  }
}
