package cn.linli.mediation.referral;

import cn.linli.events.mediation.PartyType;
import cn.linli.events.petition.ReferralOrigin;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.FactsBook;
import cn.linli.mediation.casework.Sealed;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.ContactCommand;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.DisputeRules;
import cn.linli.mediation.domain.Party;
import cn.linli.mediation.referral.PetitionContacts.Answer;
import cn.linli.mediation.referral.PetitionContacts.Side;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.PersonMark;
import cn.linli.platform.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Fetches the names behind one referral and commits our own sealed copy, or the code of why there
 * is none. A process that dies in between fetches again: what waits stands in the state.
 */
final class ContactsFetching {

  private static final long COMMIT_SECONDS_MAX = 30;
  private static final String COPIES = "referred-contacts";

  /** What is no person, in the words of either service. */
  private static final Set<String> BODY = Set.of("body", "organisation");

  private static final Pattern ORGANISATION = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  private final PetitionContacts petitions;
  private final Vault vault;
  private final KeyedHash hash;
  private final FactsBook facts;
  private final History history;
  private final CommandGate gate;
  private final Duration giveUpAfter;

  /**
   * @param giveUpAfter how long an answer is waited for; then the mediators ask the parties
   */
  ContactsFetching(
      PetitionContacts petitions,
      Vault vault,
      KeyedHash hash,
      FactsBook facts,
      History history,
      CommandGate gate,
      Duration giveUpAfter) {
    this.petitions = petitions;
    this.vault = vault;
    this.hash = hash;
    this.facts = facts;
    this.history = history;
    this.gate = gate;
    this.giveUpAfter = giveUpAfter;
  }

  /** Copies of one referral lie under a key of their own: it goes and nothing else does. */
  static PersonMark copies(KeyedHash hash, String referral) {
    return new PersonMark(hash.of(COPIES, referral));
  }

  /** Null: through; else why it is to be tried again. */
  @Nullable String fetch(Stored<Dispute> stored, Instant now) throws Exception {
    Dispute dispute = stored.state();
    ReferralOrigin origin = Objects.requireNonNull(dispute.filed().origin());
    StreamId stream = DisputeStream.of(stored.id());
    var first = history.entries(stream, 0, 1).getFirst();
    return switch (petitions.fetch(origin, stored.id(), first.correlation())) {
      case Answer.Told(var sides) -> commit(stream, origin, first.correlation(), sides, dispute);
      case Answer.Never(var code) -> giveUp(stream, origin, first.correlation(), code);
      case Answer.Later(var code) ->
          now.isBefore(dispute.filed().receivedAt().plus(giveUpAfter))
              ? code
              : giveUp(stream, origin, first.correlation(), code);
    };
  }

  private @Nullable String giveUp(
      StreamId stream, ReferralOrigin origin, String correlation, String code) throws Exception {
    return commit(
        stream,
        origin,
        correlation,
        words -> new ContactCommand.GiveUpContacts(origin.referral(), code));
  }

  private @Nullable String commit(
      StreamId stream, ReferralOrigin origin, String correlation, List<Side> sides, Dispute dispute)
      throws Exception {
    return commit(
        stream,
        origin,
        correlation,
        words ->
            new ContactCommand.TakeContacts(
                origin.referral(), copied(inOrder(sides), dispute.parties(), origin, words)));
  }

  /** Who applies stands first in a dispute; who was named first does where nobody said. */
  private static List<Side> inOrder(List<Side> sides) {
    int applicant = 0;
    for (int i = 0; i < sides.size(); i++) {
      if ("applicant".equals(sides.get(i).role())) {
        applicant = i;
        break;
      }
    }
    var ordered = new ArrayList<>(sides);
    ordered.addFirst(ordered.remove(applicant));
    return ordered;
  }

  private List<ContactCommand.Copy> copied(
      List<Side> sides, List<Party> parties, ReferralOrigin origin, Words words) {
    PersonMark key = copies(hash, origin.referral());
    var copies = new ArrayList<ContactCommand.Copy>();
    for (int i = 0; i < Math.min(sides.size(), parties.size()); i++) {
      Side side = sides.get(i);
      Party party = parties.get(i);
      String phone = side.phone();
      var person = new Sealed.Person(side.name(), phone, side.representative());
      String organisation = side.organisation();
      copies.add(
          new ContactCommand.Copy(
              party.no(),
              party.nameRef(),
              BODY.contains(Objects.requireNonNullElse(side.type(), ""))
                  ? PartyType.ORGANISATION
                  : PartyType.PERSON,
              words.seal(key, person),
              organisation != null && ORGANISATION.matcher(organisation).matches()
                  ? organisation
                  : null,
              StringUtils.hasText(side.representative()),
              StringUtils.hasText(phone) ? PersonMark.ofPhone(hash, phone).value() : null));
    }
    return copies;
  }

  /**
   * Whether it is on record: refused means that somebody else had settled it, or that the case has
   * ended.
   */
  private @Nullable String commit(
      StreamId stream,
      ReferralOrigin origin,
      String correlation,
      Function<Words, ContactCommand> asks)
      throws Exception {
    String id = "contacts/" + stream + "/" + origin.referral();
    var words = new Words(vault.sealing(stream, id));
    ContactCommand asked = asks.apply(words);
    var command =
        new Command(
            id,
            true,
            "",
            List.of(stream),
            null,
            Actor.POLICY.ref(),
            correlation,
            id,
            200,
            words.documents(),
            Command.single(
                stream,
                Dispute.class,
                (state, at) -> DisputeRules.decide(asked, state, facts.at(at, Actor.POLICY))));
    Outcome outcome = gate.submit(command).get(COMMIT_SECONDS_MAX, TimeUnit.SECONDS);
    return outcome instanceof Outcome.Done || outcome instanceof Outcome.Refused
        ? null
        : "not-on-record";
  }
}
