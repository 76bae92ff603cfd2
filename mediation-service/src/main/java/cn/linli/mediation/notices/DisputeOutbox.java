package cn.linli.mediation.notices;

import cn.linli.events.mediation.NoticeSubject;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.FactsBook;
import cn.linli.mediation.casework.ListFields;
import cn.linli.mediation.casework.Sealed;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.DisputeRules;
import cn.linli.mediation.domain.Hearings;
import cn.linli.mediation.domain.NoticeCommand;
import cn.linli.mediation.domain.Party;
import cn.linli.mediation.domain.Session;
import cn.linli.mediation.domain.Telling;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.notice.Notice;
import cn.linli.platform.notice.sending.NoticeSender;
import cn.linli.platform.notice.sending.NoticeTexts;
import cn.linli.platform.notice.sending.Outbox;
import cn.linli.platform.vault.Vault;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Messages to parties. */
final class DisputeOutbox implements Outbox<Stored<Dispute>> {

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final CaseStates<Dispute> states;
  private final NoticeTexts texts;
  private final Vault vault;
  private final FactsBook facts;

  DisputeOutbox(CaseStates<Dispute> states, NoticeTexts texts, Vault vault, FactsBook facts) {
    this.states = states;
    this.texts = texts;
    this.vault = vault;
    this.facts = facts;
  }

  @Override
  public List<Stored<Dispute>> waiting(Instant now, int limit) {
    return states.list(
        Filters.lte(ListFields.NOTICE_AT, Date.from(now)),
        Sorts.ascending(ListFields.NOTICE_AT),
        limit);
  }

  @Override
  public List<Notice<NoticeSubject>> due(Stored<Dispute> stored, Instant now) {
    return Telling.notices(stored.state()).due(now);
  }

  @Override
  public String id(Stored<Dispute> stored) {
    return stored.id();
  }

  /** When a session is stands in it, because a party must be told; where, and about what, not. */
  @Override
  public NoticeSender.Letter letter(Stored<Dispute> stored, Notice<?> notice) {
    Dispute dispute = stored.state();
    String phone =
        Optional.ofNullable(notice.party())
            .flatMap(dispute::party)
            .map(Party::nameRef)
            .flatMap(ref -> vault.open(ref).read(Sealed.Person.class))
            .map(Sealed.Person::phone)
            .orElse("");
    return new NoticeSender.Letter(
        phone,
        texts.subject(notice.about()),
        texts.text(notice.about(), stored.id()).replace("{when}", when(dispute, notice)));
  }

  private static String when(Dispute dispute, Notice<?> notice) {
    Hearings hearings = dispute.proceedings().hearings();
    return hearings == null || notice.about() != NoticeSubject.SESSION
        ? ""
        : hearings
            .session(notice.round())
            .map(Session::at)
            .map(at -> WHEN.format(at.atZone(WorkCalendar.ZONE)))
            .orElse("");
  }

  @Override
  public Command mark(Stored<Dispute> stored, Notice<?> notice, Result result, String id) {
    NoticeCommand asks =
        switch (result) {
          case Result.Sent() -> new NoticeCommand.MarkSent(notice.id());
          case Result.Failed(var code, var again) ->
              new NoticeCommand.MarkFailed(notice.id(), code, again);
        };
    StreamId stream = DisputeStream.of(stored.id());
    return new Command(
        id,
        true,
        "",
        List.of(stream),
        null,
        Actor.CLOCK.ref(),
        id,
        id,
        200,
        List.of(),
        Command.single(
            stream,
            Dispute.class,
            (state, at) -> DisputeRules.decide(asks, state, facts.at(at, Actor.CLOCK))));
  }
}
