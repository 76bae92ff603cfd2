package cn.linli.timebank.domain.deeds;

import cn.linli.events.timebank.DeedEvent.CouncilTerms;
import cn.linli.events.timebank.DeedSource;
import cn.linli.timebank.domain.deeds.Deed.Side;
import cn.linli.timebank.domain.deeds.Deed.Status;
import cn.linli.timebank.domain.deeds.Deed.Vote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A matter with some fields changed. */
final class DeedEdit {

  private final List<String> reasonRefs;
  private @Nullable Status status;
  private @Nullable Side side;
  private @Nullable String account;
  private @Nullable String division;
  private @Nullable String what;
  private int points;
  private @Nullable String reportedBy;
  private @Nullable String evidenceRef;
  private List<String> attachments;
  private @Nullable CouncilTerms terms;
  private @Nullable Instant noticeUntil;
  private @Nullable Instant reportedAt;
  @Nullable DeedSource source;
  @Nullable Boolean attended;
  @Nullable String hearingRef;
  List<Vote> votes;
  List<String> recused;
  List<String> objectors;
  boolean appealed;
  @Nullable Instant due;
  int tries;
  int booked;
  @Nullable String entry;

  DeedEdit(Deed was) {
    status = was.status();
    side = was.side();
    account = was.account();
    division = was.division();
    what = was.what();
    points = was.points();
    source = was.source();
    reportedBy = was.reportedBy();
    evidenceRef = was.evidenceRef();
    attachments = was.attachments();
    terms = was.terms();
    attended = was.attended();
    hearingRef = was.hearingRef();
    votes = was.votes();
    recused = was.recused();
    objectors = was.objectors();
    reasonRefs = new ArrayList<>(was.reasonRefs());
    appealed = was.appealed();
    noticeUntil = was.noticeUntil();
    due = was.due();
    tries = was.tries();
    booked = was.booked();
    entry = was.entry();
    reportedAt = was.reportedAt();
  }

  void begin(Side now, String of, String where, String code, int worth, Instant at) {
    status = Status.VOTING;
    side = now;
    account = of;
    division = where;
    what = code;
    points = worth;
    reportedAt = at;
    due = at.plus(DeedRules.VOTING);
  }

  void told(String by, String ref, List<String> files, CouncilTerms agreed) {
    reportedBy = by;
    evidenceRef = ref;
    attachments = files;
    terms = agreed;
  }

  void notice(Instant until) {
    status = Status.NOTICE;
    noticeUntil = until;
    due = until;
    votes = List.of();
  }

  void asked(Status now, String reasonRef, Instant at) {
    status = now;
    reasonRefs.add(reasonRef);
    votes = List.of();
    due = at.plus(DeedRules.VOTING);
  }

  void end(Status now) {
    status = now;
    due = null;
    votes = List.of();
  }

  Deed done() {
    return new Deed(
        status,
        side,
        account,
        division,
        what,
        points,
        source,
        reportedBy,
        evidenceRef,
        attachments,
        terms,
        attended,
        hearingRef,
        votes,
        recused,
        objectors,
        reasonRefs,
        appealed,
        noticeUntil,
        due,
        tries,
        booked,
        entry,
        reportedAt);
  }
}
