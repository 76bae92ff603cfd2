package cn.linli.timebank.domain.certificates;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.CertificateEvent;
import cn.linli.events.timebank.CertificateEvent.CertificateAsked;
import cn.linli.events.timebank.CertificateEvent.CertificateIssued;
import cn.linli.events.timebank.CertificateEvent.CertificateObjected;
import cn.linli.events.timebank.CertificateEvent.CertificateObjectionAnswered;
import cn.linli.events.timebank.CertificateFiling;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.certificates.Certification.Objection;
import cn.linli.timebank.domain.certificates.Certification.Status;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A certificate is posted before it is issued: at least 7 days (民发〔2015〕149号), true and in time
 * (志愿服务记录与证明出具办法, 民政部令第67号). That an objection stops it until the community has answered is a
 * project decision.
 */
public final class CertificationRules {

  /** Objections to one certificate; more would be about something else. */
  static final int OBJECTIONS_MAX = 20;

  private CertificationRules() {}

  /**
   * What is asked for.
   *
   * @param asOf version of the passbook
   * @param noticeDays as the scheme of the community says; 0: it is not posted
   * @param evidenceRef null: the volunteer asks
   * @param running whether another one of the same passbook hangs, as read with the decision
   */
  public record Wish(
      String account,
      String division,
      String number,
      long asOf,
      ServiceRecord services,
      int noticeDays,
      @Nullable String evidenceRef,
      boolean running) {}

  public static Decision<CertificateEvent> ask(Wish wish, Instant now) {
    if (wish.services().times() == 0) {
      return refuse("no-service-yet");
    }
    if (wish.running()) {
      return refuse("certificate-asked");
    }
    var filing =
        new CertificateFiling(
            wish.account(),
            wish.division(),
            wish.number(),
            wish.asOf(),
            services(wish.services()),
            wish.noticeDays(),
            until(wish.noticeDays(), now));
    var asked = new CertificateAsked(filing, wish.evidenceRef());
    return wish.noticeDays() == 0 ? accept(asked, issued(filing)) : accept(asked);
  }

  /** Whole days after the day of asking. */
  private static Instant until(int days, Instant now) {
    return days == 0 ? now : WorkCalendar.startOfDay(WorkCalendar.dayOf(now).plusDays(days + 1L));
  }

  private static List<CertificateFiling.Service> services(ServiceRecord record) {
    return record.kinds().stream()
        .map(it ->
            new CertificateFiling.Service(
                it.service(), it.times(), it.minutes(), it.first(), it.last()))
        .toList();
  }

  /**
   * @param by keyed mark; the volunteer may object too, and so ask for a correction
   * @param place where they live or work
   */
  public static Decision<CertificateEvent> object(
      Certification it, String by, String place, String reasonRef, Instant now) {
    String community = it.filed().division();
    if (!place.startsWith(community) && !community.startsWith(place)) {
      return refuse("out-of-scope");
    }
    if (!it.hangs() || !now.isBefore(it.filed().until())) {
      return refuse("no-notice-running");
    }
    if (it.objections().stream().anyMatch(each -> each.objector().equals(by))) {
      return refuse("already-objected");
    }
    int number = it.objections().size() + 1;
    return number > OBJECTIONS_MAX
        ? refuse("too-many-objections", "limit", OBJECTIONS_MAX)
        : accept(new CertificateObjected(number, by, reasonRef));
  }

  /**
   * The community answers; with the last answer a certificate whose days are over is issued.
   *
   * @param speakers keyed marks of the volunteer and of a minor's guardian
   */
  public static Decision<CertificateEvent> answer(
      Certification it,
      int number,
      boolean upheld,
      String by,
      Set<String> speakers,
      String reasonRef,
      Instant now) {
    if (!it.hangs()) {
      return refuse("no-notice-running");
    }
    if (number > it.objections().size()) {
      return refuse("not-found");
    }
    Objection objection = it.objections().get(number - 1);
    if (!objection.isOpen()) {
      return refuse("objection-answered");
    }
    if (objection.objector().equals(by) || speakers.contains(by)) {
      return refuse("self-confirmation");
    }
    var answered = new CertificateObjectionAnswered(number, upheld, reasonRef);
    boolean over =
        it.evolve(answered, now).status() == Status.POSTED && !now.isBefore(it.filed().until());
    return over ? accept(answered, issued(it.filed())) : accept(answered);
  }

  /** Its days are over and nobody objected, or nobody was right to. */
  public static Decision<CertificateEvent> fallDue(Certification it) {
    return accept(issued(it.filed()));
  }

  private static CertificateIssued issued(CertificateFiling filing) {
    long minutes = 0;
    int times = 0;
    for (CertificateFiling.Service each : filing.services()) {
      minutes += each.minutes();
      times += each.times();
    }
    return new CertificateIssued(filing.number(), minutes, times);
  }
}
