package cn.linli.petition.notices;

import cn.linli.events.petition.NoticeAbout;
import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStates.Stored;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.domain.Merging;
import cn.linli.petition.domain.NoticeCommand;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.PetitionRules;
import cn.linli.petition.domain.Telling;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.notice.Notice;
import cn.linli.platform.notice.sending.NoticeSender;
import cn.linli.platform.notice.sending.NoticeTexts;
import cn.linli.platform.notice.sending.Outbox;
import cn.linli.platform.vault.TrackingCode;
import cn.linli.platform.vault.Vault;
import java.time.Instant;
import java.util.List;

/** Messages to petitioners. */
final class PetitionOutbox implements Outbox<Stored> {

  private final PetitionStates states;
  private final NoticeTexts texts;
  private final Vault vault;
  private final TrackingCode codes;
  private final FactsBook facts;

  PetitionOutbox(
      PetitionStates states, NoticeTexts texts, Vault vault, TrackingCode codes, FactsBook facts) {
    this.states = states;
    this.texts = texts;
    this.vault = vault;
    this.codes = codes;
    this.facts = facts;
  }

  @Override
  public List<Stored> waiting(Instant now, int limit) {
    return states.withNotices(now, limit);
  }

  @Override
  public List<Notice<NoticeAbout>> due(Stored stored, Instant now) {
    return Telling.notices(stored.petition()).due(now);
  }

  @Override
  public String id(Stored stored) {
    return stored.id();
  }

  /** Each petitioner of the cluster is told of the answer, once: the id says so. */
  @Override
  public List<Command> first(Stored main, Notice<?> notice) {
    return notice.about() != NoticeAbout.ANSWER
        ? List.of()
        : Merging.kin(main.petition()).merged().stream()
            .map(merged ->
                command(
                    merged,
                    "notice/" + main.id() + "/" + notice.id() + "/" + merged,
                    new NoticeCommand.OweAnswer()))
            .toList();
  }

  @Override
  public NoticeSender.Letter letter(Stored stored, Notice<?> notice) {
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

  @Override
  public Command mark(Stored stored, Notice<?> notice, Result result, String id) {
    return command(
        stored.id(),
        id,
        switch (result) {
          case Result.Sent() -> new NoticeCommand.MarkSent(notice.id());
          case Result.Failed(var code, var again) ->
              new NoticeCommand.MarkFailed(notice.id(), code, again);
        });
  }

  private Command command(String petition, String id, NoticeCommand asks) {
    StreamId stream = PetitionStream.of(petition);
    return new Command(
        id,
        true,
        "",
        List.of(stream),
        null,
        Actors.CLOCK.ref(),
        id,
        id,
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
  }
}
