package cn.linli.mediation.documents;

import cn.linli.events.mediation.HearingEvent.Attended;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Hearings;
import cn.linli.mediation.domain.Session;
import cn.linli.mediation.domain.Session.Protocol;
import cn.linli.mediation.domain.UndisputedFacts;
import cn.linli.mediation.papers.CasePaper;
import cn.linli.mediation.papers.MediationRecord;
import cn.linli.mediation.papers.Signed;
import cn.linli.mediation.papers.UndisputedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Records of sessions, and of facts that nobody disputes. Of talks with one side and of offers
 * nothing is read here: there is no paper on which they could appear.
 */
final class SessionPapers {

  private SessionPapers() {}

  static List<String> references(Dispute dispute) {
    Hearings hearings = dispute.proceedings().hearings();
    if (hearings == null) {
      return List.of();
    }
    var refs = new ArrayList<String>();
    for (Session session : hearings.sessions()) {
      Protocol protocol = session.protocol();
      if (protocol != null) {
        refs.addAll(List.of(session.venueRef(), protocol.courseRef(), protocol.resultRef()));
      }
    }
    if (hearings.facts() != null) {
      refs.add(hearings.facts().contentRef());
    }
    return refs;
  }

  static List<CasePaper> of(Filling filling) {
    Hearings hearings = filling.dispute().proceedings().hearings();
    if (hearings == null) {
      return List.of();
    }
    var papers = new ArrayList<CasePaper>();
    for (Session session : hearings.sessions()) {
      Protocol protocol = session.protocol();
      if (protocol != null && wasCalled(filling, session, protocol)) {
        papers.add(record(filling, session, protocol));
      }
    }
    UndisputedFacts facts = hearings.facts();
    if (facts != null) {
      papers.add(undisputed(filling, facts));
    }
    return papers;
  }

  /** A party reads the record of a session that it was called to. */
  private static boolean wasCalled(Filling filling, Session session, Protocol protocol) {
    Stream<String> called =
        Stream.concat(
            session.notices().stream().map(Session.Notice::who),
            Stream.of(protocol.present(), protocol.represented()).flatMap(List::stream));
    return called.anyMatch(filling::ofOne);
  }

  private static CasePaper record(Filling filling, Session session, Protocol protocol) {
    var came = new ArrayList<>(protocol.present());
    protocol.represented().stream().filter(it -> !came.contains(it)).forEach(came::add);
    var lines = new ArrayList<Signed>();
    came.stream()
        .flatMap(no -> filling.dispute().party(no).stream())
        .forEach(it -> lines.add(Signed.open(filling.label(it))));
    String held = filling.mediators(protocol.mediators().stream().map(Attended::mediator).toList());
    String recorder = filling.mediator(protocol.recordedBy());
    if (protocol.mediators().isEmpty()) {
      lines.add(Signed.open("人民调解员"));
    }
    protocol
        .mediators()
        .forEach(it -> lines.add(Signed.open("人民调解员 " + filling.mediator(it.mediator()))));
    lines.add(Signed.open("记录人"));
    return new MediationRecord(
        filling.at(session.at()),
        session.number(),
        protocol.began() == null ? session.at() : protocol.began(),
        filling.text(session.venueRef()),
        session.open(),
        filling.persons(came),
        filling.persons(protocol.absent()),
        held.isEmpty() ? recorder : held,
        recorder,
        others(protocol),
        filling.text(protocol.courseRef()),
        filling.text(protocol.resultRef()),
        lines);
  }

  private static String others(Protocol protocol) {
    var others = new ArrayList<String>();
    if (!protocol.helpers().isEmpty()) {
      others.add("经各方同意的协助人 " + protocol.helpers().size() + " 人");
    }
    if (protocol.listeners() > 0) {
      others.add("旁听 " + protocol.listeners() + " 人");
    }
    return String.join("；", others);
  }

  private static CasePaper undisputed(Filling filling, UndisputedFacts facts) {
    var lines = new ArrayList<Signed>();
    for (String no : facts.given()) {
      filling
          .dispute()
          .party(no)
          .ifPresent(party ->
              lines.add(new Signed(filling.label(party), filling.name(party), facts.at(), "确认")));
    }
    return new UndisputedRecord(
        filling.at(facts.at()), filling.persons(), filling.text(facts.contentRef()), lines);
  }
}
