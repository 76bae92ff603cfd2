package cn.linli.petition.intake;

import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.Regime;
import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.Codes;
import cn.linli.petition.casework.ExternalIds;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStates.Stored;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.domain.Actor;
import cn.linli.petition.domain.FormalPast;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.domain.PetitionRules;
import cn.linli.petition.kin.Repeats;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.PersonMark;
import cn.linli.platform.vault.Sketch;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** A new request: what it says goes into the vault, its codes to the rules. */
final class Submitting {

  private final Vault vault;
  private final KeyedHash hash;
  private final Sketch sketch;
  private final FactsBook facts;
  private final ExternalIds externalIds;
  private final PetitionStates states;
  private final Attachments attachments;
  private final Repeats repeats;

  Submitting(
      Vault vault,
      KeyedHash hash,
      Sketch sketch,
      FactsBook facts,
      ExternalIds externalIds,
      PetitionStates states,
      Attachments attachments,
      Repeats repeats) {
    this.vault = vault;
    this.hash = hash;
    this.sketch = sketch;
    this.facts = facts;
    this.externalIds = externalIds;
    this.states = states;
    this.attachments = attachments;
    this.repeats = repeats;
  }

  Command submit(Call<Submission> call) {
    Submission body = call.body();
    StreamId stream = PetitionStream.of(call.derivedId("petition"));
    var words = new Words(vault.sealingNew(stream, call.commandId()));
    PersonMark person = petitioner(body, call.caller());
    String contentRef = words.seal(person, body.content());
    FiledContent.Contact contact = body.contact();
    String contactRef = contact == null ? null : words.seal(person, contact);
    String mark =
        body.externalId() == null ? null : externalIds.mark(call.caller(), body.externalId());
    if (body.attachments() != null) {
      attachments.claim(words.sealing(), stream, person, call.caller().mark(), body.attachments());
    }
    Binary searched = sketch.of(body.content().searched());
    Stored earlier = earlier(call, person, searched);
    PetitionCommand.Submit asks = asks(body, contentRef, contactRef, mark, searched, earlier);
    Actor actor = Actors.of(call.caller());
    Refusal repeated =
        earlier == null || asks.previousFormal() != FormalPast.NONE ? null : told(body, earlier);
    return call.command(
            201,
            externalIds.streams(stream, mark),
            words.besides(),
            words.documents(),
            externalIds.filing(
                stream,
                mark,
                (petition, at) ->
                    repeated == null || petition.exists()
                        ? decide(asks, petition, at, actor)
                        : Decision.refuse(repeated)))
        .onNewStream();
  }

  /** The same person's pending request on the same matter; null where there is none. */
  private @Nullable Stored earlier(
      Call<Submission> call, @Nullable PersonMark person, Binary searched) {
    Submission body = call.body();
    if (body.isAnonymous()) {
      return null;
    }
    return repeats
        .earlier(
            new Repeats.Filed(
                call.caller(),
                body.onBehalf() != null,
                person,
                body.category(),
                body.division().value(),
                searched,
                call.receivedAt()))
        .filter(stored -> regime(body) == Regime.HOTLINE || isFormal(stored.petition()))
        .orElse(null);
  }

  /** What is new, or an office's refusal, makes it a case of its own. */
  private static @Nullable Refusal told(Submission body, Stored earlier) {
    return Boolean.TRUE.equals(body.newFacts()) || body.refusedBy() != null
        ? null
        : new Refusal(
            "same-matter",
            Map.of("id", earlier.id(), "status", earlier.petition().status().wire()));
  }

  private Decision<PetitionEvent> decide(
      PetitionCommand.Submit asks, Petition petition, Instant at, Actor actor) {
    String division = asks.division();
    if (!facts.isCategory(asks.category(), division)) {
      return Decision.refuse("unknown-category");
    }
    return PetitionRules.decide(asks, petition, facts.at(at, actor, division));
  }

  private PetitionCommand.Submit asks(
      Submission body,
      String contentRef,
      @Nullable String contactRef,
      @Nullable String mark,
      Binary searched,
      @Nullable Stored earlier) {
    Submission.Accused accused = body.accused();
    Past past = past(body, earlier);
    return new PetitionCommand.Submit(
        body.kind(),
        regime(body),
        body.channel(),
        body.urgency(),
        body.category(),
        body.division().value(),
        body.isAnonymous(),
        Boolean.TRUE.equals(body.confidential()),
        body.onBehalf() != null,
        body.hasConsent(),
        body.representatives() == null ? 0 : body.representatives().size(),
        body.affectedHouseholds() == null ? 1 : body.affectedHouseholds(),
        accused != null && accused.type() == Submission.AccusedType.BODY,
        accused == null ? null : accusedCode(accused),
        previousMatter(body, past, earlier),
        Codes.bodyOrNoted(body.refusedBy()),
        past.how(),
        mark,
        Base64.getEncoder().encodeToString(searched.getData()),
        contentRef,
        contactRef,
        body.attachments() == null ? List.of() : body.attachments());
  }

  private static @Nullable String previousMatter(
      Submission body, Past past, @Nullable Stored earlier) {
    if (past.id() != null) {
      return past.id();
    }
    return body.previousMatter() == null && earlier != null
        ? earlier.id()
        : Codes.idOrNoted(body.previousMatter());
  }

  /** An accused person without a known house is still an accusation against somebody. */
  private static String accusedCode(Submission.Accused accused) {
    String organisation = accused.organisation();
    return organisation == null || organisation.isBlank()
        ? "person"
        : Codes.normalised(organisation);
  }

  /** How a matter stands in the formal regime, and which request it is. */
  private record Past(FormalPast how, @Nullable String id) {
    static final Past NONE = new Past(FormalPast.NONE, null);

    static Past of(Stored stored) {
      FormalPast how = FormalPast.of(stored.petition());
      return how == FormalPast.NONE ? NONE : new Past(how, stored.id());
    }
  }

  /**
   * The matter that the petitioner names, or else the one found. With new facts it is another
   * matter to the organs of the formal regime; the hotline leaves what is pending there to them.
   */
  private Past past(Submission body, @Nullable Stored earlier) {
    Past named = named(body.previousMatter());
    Past past = named.how() == FormalPast.NONE && earlier != null ? Past.of(earlier) : named;
    boolean another =
        Boolean.TRUE.equals(body.newFacts())
            && (regime(body) == Regime.FORMAL || past.how() == FormalPast.OVER);
    return another ? Past.NONE : past;
  }

  private Past named(@Nullable String previousMatter) {
    return previousMatter != null && PetitionStream.isId(previousMatter)
        ? states.find(PetitionStream.of(previousMatter)).map(Past::of).orElse(Past.NONE)
        : Past.NONE;
  }

  private static boolean isFormal(Petition petition) {
    return petition.filed().facets().regime() == Regime.FORMAL;
  }

  private static Regime regime(Submission body) {
    return body.regime() == null ? Regime.HOTLINE : body.regime();
  }

  /** Whose key seals it: the petitioner's, by phone or by token; nobody's where anonymous. */
  private @Nullable PersonMark petitioner(Submission body, Caller caller) {
    if (body.isAnonymous()) {
      return null;
    }
    if (body.petitioner() != null && body.petitioner().phone() != null) {
      return PersonMark.ofPhone(hash, body.petitioner().phone());
    }
    return caller.is(Role.RESIDENT) ? new PersonMark(caller.mark()) : null;
  }
}
