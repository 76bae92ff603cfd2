package cn.linli.petition.casework;

import cn.linli.events.petition.EvidenceEvent.Act;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.PetitionEvent.Commented;
import cn.linli.petition.domain.Actor;
import cn.linli.petition.domain.Evidence;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.domain.PetitionRules;
import cn.linli.platform.access.Caller;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.casework.Recorded;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From a call on one request to its command: who may see it is decided with the rule itself. */
public final class Acting {

  private final Vault vault;
  private final Attachments attachments;
  private final FactsBook facts;
  private final Reach reach;

  public Acting(Vault vault, Attachments attachments, FactsBook facts, Reach reach) {
    this.vault = vault;
    this.attachments = attachments;
    this.facts = facts;
    this.reach = reach;
  }

  /**
   * What shows that something was done.
   *
   * @param act what it belongs to
   * @param words beside the act's own
   */
  private record Shown(Act act, List<String> files, @Nullable String words) {

    static final Shown NOTHING = new Shown(Act.PROGRESS, null, null);

    Shown(Act act, @Nullable List<String> files, @Nullable String words) {
      this.act = act;
      this.files = files == null ? List.of() : List.copyOf(files);
      this.words = words;
    }

    static Shown of(@Nullable Recorded recorded) {
      return recorded == null
          ? NOTHING
          : new Shown(Act.RECORDED, recorded.files(), recorded.words());
    }
  }

  /** A staff member's or a petitioner's own act. */
  public <B> Command act(Call<B> call, BiFunction<B, Words, PetitionCommand> asks) {
    StreamId stream = PetitionStream.fromPath(call.path("id"));
    return act(call, stream, Actors.of(call.caller()), true, Shown.NOTHING, asks);
  }

  /** An act with files that show it; only who uploaded a file may name it. */
  public <B> Command act(
      Call<B> call,
      Act act,
      @Nullable List<String> files,
      BiFunction<B, Words, PetitionCommand> asks) {
    StreamId stream = PetitionStream.fromPath(call.path("id"));
    return act(call, stream, Actors.of(call.caller()), true, new Shown(act, files, null), asks);
  }

  /**
   * What only the petitioner may do.
   *
   * @param recorded evidence, where somebody else writes it down for the petitioner
   */
  public <B> Command actOfPetitioner(
      Call<B> call, @Nullable Recorded recorded, BiFunction<B, Words, PetitionCommand> asks) {
    StreamId stream = PetitionStream.fromPath(call.path("id"));
    Actor actor =
        recorded == null ? Actors.of(call.caller()) : Actors.forThePetitioner(call.caller());
    return act(call, stream, actor, true, Shown.of(recorded), asks);
  }

  /** By tracking code: whoever holds it is the petitioner, and sees what the petitioner sees. */
  public <B> Command actByCode(
      Call<B> call, StreamId stream, BiFunction<B, Words, PetitionCommand> asks) {
    return act(
        call, stream, new Actor(call.caller().by(), null, false, true), false, Shown.NOTHING, asks);
  }

  /** The same outside of a JSON call, for uploads. */
  public Command actByCode(
      StreamId stream, String commandId, Function<Words, PetitionCommand> asks) {
    Actor actor = new Actor(Caller.unnamed().by(), null, false, true);
    return act(stream, actor, null, commandId, commandId, asks);
  }

  /** A staff member's act on one request of many; may be sent again, so it has no key. */
  public Command actOn(
      StreamId stream,
      Caller caller,
      String commandId,
      String correlation,
      Function<Words, PetitionCommand> asks) {
    return act(stream, Actors.of(caller), caller, commandId, correlation, asks);
  }

  private Command act(
      StreamId stream,
      Actor actor,
      @Nullable Caller scoped,
      String commandId,
      String correlation,
      Function<Words, PetitionCommand> asks) {
    var words = new Words(vault.sealing(stream, commandId));
    PetitionCommand command = asks.apply(words);
    return new Command(
        commandId,
        false,
        "",
        List.of(stream),
        null,
        actor.ref(),
        correlation,
        commandId,
        200,
        words.besides(),
        words.documents(),
        Command.single(
            stream,
            Petition.class,
            (petition, at) -> decide(petition, at, command, actor, scoped, Shown.NOTHING, null)),
        false);
  }

  private <B> Command act(
      Call<B> call,
      StreamId stream,
      Actor actor,
      boolean scoped,
      Shown shown,
      BiFunction<B, Words, PetitionCommand> asks) {
    var words = new Words(vault.sealing(stream, call.commandId()));
    PetitionCommand command = asks.apply(call.body(), words);
    String wordsRef = words.sealIfAny(shown.words());
    attachments.claim(words.sealing(), stream, null, call.caller().mark(), shown.files());
    return call.command(
        200,
        List.of(stream),
        words.besides(),
        words.documents(),
        Command.single(
            stream,
            Petition.class,
            (petition, at) ->
                decide(
                    petition, at, command, actor, scoped ? call.caller() : null, shown, wordsRef)));
  }

  private Decision<PetitionEvent> decide(
      Petition petition,
      Instant at,
      PetitionCommand command,
      Actor actor,
      @Nullable Caller scoped,
      Shown shown,
      @Nullable String wordsRef) {
    if (!petition.exists()) {
      return Decision.refuse("not-found");
    }
    if (scoped != null) {
      switch (reach.of(petition, scoped)) {
        case HIDDEN -> {
          return Decision.refuse("not-found");
        }
        case OUT_OF_SCOPE -> {
          return Decision.refuse("out-of-scope");
        }
        case OPEN -> {}
      }
    }
    var decision =
        PetitionRules.decide(command, petition, facts.at(at, actor, petition.filed().division()));
    return Evidence.with(
        wordsRef == null ? decision : withWords(decision, wordsRef),
        petition,
        shown.act(),
        shown.files());
  }

  /** An act recorded for somebody else is shown as such: its evidence stands beside it. */
  private static Decision<PetitionEvent> withWords(
      Decision<PetitionEvent> decision, String wordsRef) {
    return switch (decision) {
      case Decision.Refused<PetitionEvent> refused -> refused;
      case Decision.Accepted<PetitionEvent>(var events) -> {
        var more = new ArrayList<>(events);
        more.add(new Commented(false, wordsRef));
        yield Decision.accept(more);
      }
    };
  }
}
