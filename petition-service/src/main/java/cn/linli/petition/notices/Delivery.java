package cn.linli.petition.notices;

import cn.linli.events.petition.NoticeAbout;
import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.casework.PetitionStates.Stored;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.domain.Merging;
import cn.linli.petition.domain.NoticeCommand;
import cn.linli.petition.domain.Notices.Notice;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.PetitionRules;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.vault.TrackingCode;
import cn.linli.platform.vault.Vault;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Sends one notice and commits that it was sent. A process that dies between the two sends it again
 * under the same id; one that lives and could only not commit does not.
 */
final class Delivery {

  private static final long COMMIT_SECONDS_MAX = 30;

  /** Sent, and not yet marked so: bounded by what one pass takes up. */
  private final Set<String> sentUnmarked = ConcurrentHashMap.newKeySet();

  private final NoticeSender sender;
  private final NoticeTexts texts;
  private final Vault vault;
  private final TrackingCode codes;
  private final FactsBook facts;
  private final CommandGate gate;

  Delivery(
      NoticeSender sender,
      NoticeTexts texts,
      Vault vault,
      TrackingCode codes,
      FactsBook facts,
      CommandGate gate) {
    this.sender = sender;
    this.texts = texts;
    this.vault = vault;
    this.codes = codes;
    this.facts = facts;
    this.gate = gate;
  }

  /** Whether it is through: sent, or its failure is on record. */
  boolean deliver(Stored stored, Notice notice) throws Exception {
    if (notice.about() == NoticeAbout.ANSWER && !tellMerged(stored, notice)) {
      return false;
    }
    String id = stored.id() + "/" + notice.id();
    NoticeCommand result = new NoticeCommand.MarkSent(notice.id());
    if (!sentUnmarked.contains(id)) {
      try {
        sender.send(new NoticeSender.Envelope(id, notice.about()), () -> letter(stored, notice));
        sentUnmarked.add(id);
      } catch (NoticeSender.NotSent e) {
        result = new NoticeCommand.MarkFailed(notice.id(), e.code(), e.again());
      }
    }
    boolean marked = commit(stored.id(), id + "/" + (notice.attempts() + 1), result);
    if (marked) {
      sentUnmarked.remove(id);
    }
    return marked;
  }

  /** Each petitioner of the cluster is told of the answer, once: the id says so. */
  private boolean tellMerged(Stored main, Notice notice) throws Exception {
    for (String merged : Merging.kin(main.petition()).merged()) {
      String id = main.id() + "/" + notice.id() + "/" + merged;
      if (!commit(merged, id, new NoticeCommand.OweAnswer())) {
        return false;
      }
    }
    return true;
  }

  /** Contact data leave the vault here, and nowhere else on this way. */
  private NoticeSender.Letter letter(Stored stored, Notice notice) {
    String ref = stored.petition().filed().contactRef();
    String phone =
        ref == null
            ? ""
            : vault
                .open(ref)
                .read(FiledContent.Contact.class)
                .map(FiledContent.Contact::phone)
                .orElse("");
    return new NoticeSender.Letter(
        phone == null ? "" : phone,
        texts.subject(notice.about()),
        texts.text(notice.about(), codes.encode(stored.id())));
  }

  private boolean commit(String petition, String id, NoticeCommand asks) throws Exception {
    StreamId stream = PetitionStream.of(petition);
    var command =
        new Command(
            "notice/" + id,
            true,
            "",
            List.of(stream),
            null,
            Actors.CLOCK.ref(),
            "notice/" + id,
            "notice/" + id,
            200,
            List.of(),
            Command.single(
                stream,
                Petition.class,
                (state, at) ->
                    state.exists()
                        ? PetitionRules.decide(
                            asks, state, facts.at(at, Actors.CLOCK, state.filed().division()))
                        : Decision.refuse("not-found")));
    Outcome outcome = gate.submit(command).get(COMMIT_SECONDS_MAX, TimeUnit.SECONDS);
    return outcome instanceof Outcome.Done || outcome instanceof Outcome.Refused;
  }
}
