package cn.linli.petition.reply;

import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.casework.Mains;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.BuildingWhistles;
import cn.linli.petition.domain.Card;
import cn.linli.petition.domain.Care;
import cn.linli.petition.domain.Clock;
import cn.linli.petition.domain.Filing;
import cn.linli.petition.domain.Holding;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Round;
import cn.linli.petition.domain.Status;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Mask;
import cn.linli.platform.vault.Redaction;
import cn.linli.platform.vault.TrackingCode;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.Resource;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reply that commands and {@code GET} share. */
public final class PetitionShown implements Resource<PetitionReply> {

  /** A body that says itself what was filed, so that its answer needs no read of the vault. */
  public interface Filed {
    FiledContent content();

    FiledContent.@Nullable Contact contact();
  }

  private final PetitionStates states;
  private final Mains mains;
  private final Vault vault;
  private final TrackingCode codes;
  private final Reach reach;
  private final FactsBook facts;
  private final InstantSource clock;

  public PetitionShown(
      PetitionStates states,
      Vault vault,
      TrackingCode codes,
      Reach reach,
      FactsBook facts,
      InstantSource clock) {
    this.states = states;
    this.mains = new Mains(states);
    this.vault = vault;
    this.codes = codes;
    this.reach = reach;
    this.facts = facts;
    this.clock = clock;
  }

  @Override
  public @Nullable PetitionReply afterCommit(Outcome.Done done, Call<?> call) {
    var petition = (Petition) done.states().get(done.primary());
    if (petition == null) {
      throw new IllegalStateException("a commit without the state of its resource");
    }
    if (reach.of(petition, call.caller()) == Reach.View.HIDDEN) {
      return null;
    }
    Opened opened =
        call.body() instanceof Filed filed
            ? new Opened(filed.content(), filed.contact(), null, Map.of())
            : Opened.of(petition, vault);
    return reply(done.primary().key(), petition, done.version(), opened, call.caller());
  }

  @Override
  public @Nullable PetitionReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return states
        .find(primary)
        .filter(stored -> reach.of(stored.petition(), caller) == Reach.View.OPEN)
        .map(stored -> reply(stored, caller))
        .orElse(null);
  }

  /** Null where it is not there for the caller; 403 where it lies outside their divisions. */
  public @Nullable PetitionReply one(StreamId stream, Caller caller) {
    return states
        .find(stream)
        .map(stored ->
            switch (reach.of(stored.petition(), caller)) {
              case HIDDEN -> null;
              case OUT_OF_SCOPE -> throw AccessException.outOfScope();
              case OPEN -> reply(stored, caller);
            })
        .orElse(null);
  }

  private PetitionReply reply(PetitionStates.Stored stored, Caller caller) {
    return reply(
        stored.id(),
        stored.petition(),
        stored.version(),
        Opened.of(stored.petition(), vault),
        caller);
  }

  private PetitionReply reply(
      String id, Petition petition, long version, Opened opened, Caller caller) {
    Filing filing = petition.filed();
    Holding held = petition.held();
    Clock time = petition.time();
    Round round = petition.round();
    boolean own = caller.by().equals(filing.by());
    Function<String, @Nullable String> officeTexts =
        ref -> caller.is(Role.RESIDENT) ? null : opened.text(ref);
    return new PetitionReply(
        id,
        own ? codes.encode(id) : null,
        filing.facets().kind(),
        filing.facets().regime(),
        petition.status(),
        petition.level(),
        filing.division(),
        Parts.handler(held.unit()),
        time.deadlines(),
        Card.of(petition, clock.instant(), facts.calendar(filing.division())),
        WhistleReply.of(petition, officeTexts),
        WhistleReply.call(petition, officeTexts),
        BuildingWhistles.of(petition).all().stream()
            .map(it -> BuildingWhistleReply.of(it, caller, opened.text(it.needRef()), version))
            .toList(),
        ReferralReply.of(petition),
        Parts.steps(petition),
        Parts.visits(round),
        opened.content().title(),
        opened.content().description(),
        filing.facets().category(),
        filing.facets().channel(),
        filing.urgency(),
        filing.submittedAt(),
        filing.dateOnly(),
        filing.facets().imported(),
        filing.anonymous(),
        filing.confidential(),
        filing.onBehalf(),
        filing.affectedHouseholds(),
        own || !filing.confidential() || caller.is(Role.HOTLINE_OPERATOR)
            ? petitioner(opened.contact())
            : null,
        address(opened.content()),
        filing.previousMatter(),
        filing.refusedBy(),
        filing.attachments().stream().filter(file -> Reach.shows(petition, file, caller)).toList(),
        held.coHandlers(),
        held.copies(),
        round.number(),
        held.returns(),
        held.sendBacks(),
        petition.care().reminders(),
        time.overdue(),
        held.returnAskedBy() != null,
        time.extensionAsked() != null,
        time.suspensionAsked() != null,
        time.suspendedUntil(),
        time.pausedMinutes(),
        supervision(petition.care()),
        result(petition, opened),
        round.closedAt(),
        petition.care().thanks(),
        Togetherness.of(id, petition, !caller.is(Role.RESIDENT)),
        Told.of(petition),
        filing.erasedAt(),
        Deliberations.of(petition, opened.texts()),
        BatchItemPart.of(petition),
        FormalReply.of(id, petition, opened),
        version);
  }

  private static PetitionReply.@Nullable Petitioner petitioner(
      FiledContent.@Nullable Contact contact) {
    return contact == null
        ? null
        : new PetitionReply.Petitioner(
            contact.name() == null ? null : Mask.name(contact.name()),
            contact.phone() == null ? null : Mask.phone(contact.phone()));
  }

  private static @Nullable String address(FiledContent content) {
    return content.location() == null || content.location().address() == null
        ? null
        : Mask.address(content.location().address());
  }

  private static PetitionReply.@Nullable Supervision supervision(Care care) {
    Care.Supervision order = care.supervision();
    return order == null
        ? null
        : new PetitionReply.Supervision(order.form(), order.due(), order.automatic());
  }

  /** A merged request is told the answer of the one it is worked on with. */
  private PetitionReply.@Nullable Result result(Petition petition, Opened opened) {
    Petition main = mains.of(petition).orElse(null);
    if (main != null) {
      Round.Resolution answer = main.round().resolution();
      return answer == null || !Mains.isAnswered(main) ? null : result(answer, told(answer));
    }
    Round.Resolution resolution = petition.round().resolution();
    return resolution == null || petition.status() == Status.HANDLING
        ? null
        : result(resolution, opened.result());
  }

  /** Written to somebody else: what points at a person is struck out. */
  private @Nullable String told(Round.Resolution answer) {
    return answer.resultRef() == null
        ? null
        : vault.open(answer.resultRef()).text().map(Redaction::text).orElse(null);
  }

  private static PetitionReply.Result result(Round.Resolution resolution, @Nullable String text) {
    return new PetitionReply.Result(
        resolution.at(),
        resolution.outcome(),
        resolution.level(),
        text,
        resolution.span().onTime());
  }
}
