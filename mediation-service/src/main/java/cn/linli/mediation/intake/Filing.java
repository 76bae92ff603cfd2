package cn.linli.mediation.intake;

import cn.linli.events.mediation.AmountBand;
import cn.linli.events.mediation.ClaimMade;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.mediation.PartyNamed;
import cn.linli.events.mediation.PartyRole;
import cn.linli.events.mediation.PartyType;
import cn.linli.mediation.casework.Actors;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.FactsBook;
import cn.linli.mediation.casework.Sealed;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.DisputeCommand;
import cn.linli.mediation.domain.DisputeRules;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.casework.Recorded;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.PersonMark;
import cn.linli.platform.vault.Sketch;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A new dispute: what it says goes into the vault, its codes to the rules. */
final class Filing {

  private final Vault vault;
  private final KeyedHash hash;
  private final Sketch sketch;
  private final FactsBook facts;
  private final Attachments attachments;

  Filing(Vault vault, KeyedHash hash, Sketch sketch, FactsBook facts, Attachments attachments) {
    this.vault = vault;
    this.hash = hash;
    this.sketch = sketch;
    this.facts = facts;
    this.attachments = attachments;
  }

  Command file(Call<DisputeFiled> call) {
    DisputeFiled body = call.body();
    Caller caller = call.caller();
    StreamId stream = DisputeStream.of(call.derivedId("dispute"));
    var words = new Words(vault.sealingNew(stream, call.commandId()));
    List<@Nullable PersonMark> persons = persons(body, caller);
    var content = new Sealed.Content(body.title(), body.facts());
    var files = files(body);
    attachments.claim(words.sealing(), stream, null, caller.mark(), files);
    if (body.recordedOnBehalf() != null) {
      words.sealIfAny(body.recordedOnBehalf().words());
    }
    var register =
        new DisputeCommand.Register(
            stream.key(),
            body.kind(),
            body.source(),
            body.division().value(),
            words.seal(filersMark(caller), content),
            parties(body, caller, persons, words),
            claims(body, persons, words),
            files,
            Base64.getEncoder().encodeToString(sketch.of(content.searched()).getData()),
            body.recordedOnBehalf() != null,
            buildingFirst(body, caller),
            null);
    return call.command(
            201,
            List.of(stream),
            words.besides(),
            words.documents(),
            Command.single(
                stream,
                Dispute.class,
                (dispute, at) ->
                    DisputeRules.decide(register, dispute, facts.at(at, Actors.of(caller)))))
        .onNewStream();
  }

  private static boolean buildingFirst(DisputeFiled body, Caller caller) {
    return body.level() == null
        ? caller.is(Role.BUILDING_LEAD)
        : body.level() == DisputeFiled.First.BUILDING;
  }

  private static List<String> files(DisputeFiled body) {
    var files = new ArrayList<String>();
    if (body.attachments() != null) {
      files.addAll(body.attachments());
    }
    Recorded recorded = body.recordedOnBehalf();
    if (recorded != null) {
      files.addAll(recorded.files());
    }
    return files.stream().distinct().toList();
  }

  /** Whose key seals what a party is and asks: by its phone, or by the filer's token. */
  private List<@Nullable PersonMark> persons(DisputeFiled body, Caller caller) {
    Optional<Integer> filer = filer(body, caller);
    var persons = new ArrayList<@Nullable PersonMark>();
    for (int i = 0; i < body.parties().size(); i++) {
      String phone = body.parties().get(i).phone();
      if (phone != null && !phone.isBlank()) {
        persons.add(PersonMark.ofPhone(hash, phone));
      } else {
        persons.add(
            filer.filter(Integer.valueOf(i)::equals).isPresent() ? filersMark(caller) : null);
      }
    }
    return persons;
  }

  private static @Nullable PersonMark filersMark(Caller caller) {
    return caller.is(Role.RESIDENT) ? new PersonMark(caller.mark()) : null;
  }

  /** A resident who files speaks for the first applicant; staff speak for nobody. */
  private static Optional<Integer> filer(DisputeFiled body, Caller caller) {
    if (!caller.is(Role.RESIDENT) || body.source() != DisputeSource.SELF) {
      return Optional.empty();
    }
    for (int i = 0; i < body.parties().size(); i++) {
      if (body.parties().get(i).role() == PartyRole.APPLICANT) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /**
   * An officer who files for the own house, and applicants whose wish is on record, have consented
   * by that.
   */
  private static List<PartyNamed> parties(
      DisputeFiled body, Caller caller, List<@Nullable PersonMark> persons, Words words) {
    Optional<Integer> filer = filer(body, caller);
    var parties = new ArrayList<PartyNamed>();
    for (int i = 0; i < body.parties().size(); i++) {
      DisputeFiled.Side side = body.parties().get(i);
      boolean files = filer.filter(Integer.valueOf(i)::equals).isPresent();
      boolean ownHouse =
          side.organisation() != null
              && caller.is(Role.DEPARTMENT_OFFICER, Role.INTEGRATOR)
              && side.organisation().equals(caller.organisation());
      boolean onRecord =
          side.role() == PartyRole.APPLICANT
              && body.source() == DisputeSource.SELF
              && body.recordedOnBehalf() != null;
      parties.add(
          new PartyNamed(
              "p" + (i + 1),
              side.role(),
              side.type() == null ? PartyType.PERSON : side.type(),
              words.seal(
                  persons.get(i),
                  new Sealed.Person(side.name(), side.phone(), side.representative())),
              side.organisation(),
              side.representative() != null,
              files || ownHouse && side.role() == PartyRole.APPLICANT,
              files || ownHouse || onRecord,
              side.phone() == null || side.phone().isBlank()
                  ? null
                  : Objects.requireNonNull(persons.get(i)).value()));
    }
    return parties;
  }

  private static List<ClaimMade> claims(
      DisputeFiled body, List<@Nullable PersonMark> persons, Words words) {
    var claims = new ArrayList<ClaimMade>();
    for (DisputeFiled.Asks asked : body.claims()) {
      int by = Integer.parseInt(asked.by().substring(1)) - 1;
      PersonMark person = by >= 0 && by < persons.size() ? persons.get(by) : null;
      claims.add(
          new ClaimMade(
              "c" + (claims.size() + 1),
              asked.by(),
              asked.against().stream().distinct().toList(),
              words.seal(person, new Sealed.Asked(asked.content(), asked.amountFen())),
              asked.amountFen() == null ? null : AmountBand.ofFen(asked.amountFen())));
    }
    return claims;
  }
}
