package cn.linli.timebank.certificates;

import static cn.linli.platform.config.tables.SchemeTable.cell;

import cn.linli.events.timebank.AccountKind;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Role;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.paper.Printer;
import cn.linli.platform.vault.DocumentKey;
import cn.linli.platform.web.Download;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Query;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.HolderNames;
import cn.linli.timebank.casework.Places;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.casework.ServiceLines;
import cn.linli.timebank.certificates.Certificate.Notice;
import cn.linli.timebank.domain.certificates.Certification;
import cn.linli.timebank.domain.certificates.ServiceRecord;
import cn.linli.timebank.ledger.Account;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Papers for the volunteer, and for the clerk who hands one out: the record of a passbook, free and
 * at once, and the certificate that was asked for, once it is issued.
 */
final class Certificates {

  private final CaseStates<Account> accounts;
  private final CaseStates<Certification> asked;
  private final ServiceLines lines;
  private final HolderNames holders;
  private final Places places;
  private final Schemes schemes;
  private final DocumentKey key;

  Certificates(
      CaseStates<Account> accounts,
      CaseStates<Certification> asked,
      ServiceLines lines,
      HolderNames holders,
      Places places,
      Schemes schemes,
      DocumentKey key) {
    this.accounts = accounts;
    this.asked = asked;
    this.lines = lines;
    this.holders = holders;
    this.places = places;
    this.schemes = schemes;
    this.key = key;
  }

  /** {@code version}: the same has the same bytes. */
  private record Made(Certificate certificate, long version) {}

  @Nullable Object pdf(Query<NoBody> query) {
    return atOnce(query).map(this::printed).orElse(null);
  }

  @Nullable Object one(Query<NoBody> query) {
    return atOnce(query).map(this::told).orElse(null);
  }

  @Nullable Object issuedPdf(Query<NoBody> query) {
    return issued(query).map(this::printed).orElse(null);
  }

  @Nullable Object issuedOne(Query<NoBody> query) {
    return issued(query).map(this::told).orElse(null);
  }

  private Download printed(Made it) {
    return new Download(
        Printer.pdf(CertificatePaper.of(it.certificate(), sign(it.certificate()))),
        "application/pdf",
        "certificate.pdf",
        it.version());
  }

  private CertificateReply told(Made it) {
    return CertificateReply.of(
        it.certificate(), sign(it.certificate()), key.publicPem(), it.version());
  }

  private String sign(Certificate it) {
    return key.sign(it.text().getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Made> atOnce(Query<NoBody> query) {
    return Reach.open(accounts.find(AccountCases.fromPath(query.path("account"))), query.caller())
        .map(passbook ->
            new Made(
                record(query, passbook),
                HolderNames.edition(passbook.version(), query.receivedAt())));
  }

  private Certificate record(Query<NoBody> query, Stored<Account> passbook) {
    Account account = passbook.state();
    if (account.kind() != AccountKind.PERSON) {
      throw new ProblemException(Problem.of(422, "certificate-for-persons"));
    }
    ServiceRecord record = ServiceRecord.of(lines.all(passbook));
    if (record.times() == 0) {
      throw new ProblemException(Problem.of(422, "no-service-yet"));
    }
    LocalDate today = WorkCalendar.dayOf(query.receivedAt());
    int days = cell(schemes.of(account.division()).certificateNoticeDays());
    return new Certificate(
        Certificate.number(passbook, today),
        passbook.id(),
        holders.name(account, query.caller()),
        places.name(account.division()),
        today,
        record,
        days == 0 ? new Notice.None() : new Notice.Never(days));
  }

  /** Only what is issued, and only while it is true: a service may be taken back later. */
  private Optional<Made> issued(Query<NoBody> query) {
    Stored<Certification> found =
        asked.find(CertificationCases.fromPath(query.path("id"))).orElse(null);
    Stored<Account> passbook =
        found == null
            ? null
            : accounts.find(AccountCases.stream(found.state().filed().account())).orElse(null);
    if (found == null || passbook == null) {
      return Optional.empty();
    }
    Certification it = found.state();
    if (!CertificationShown.sees(it, passbook.state(), query.caller())) {
      if (query.caller().is(Role.RESIDENT)) {
        return Optional.empty();
      }
      throw AccessException.outOfScope();
    }
    if (it.issuedAt() == null) {
      throw new ProblemException(Problem.of(422, "certificate-not-issued"));
    }
    if (!ServiceRecord.of(lines.asOf(passbook, it.filed().asOf())).equals(it.record())) {
      throw new ProblemException(Problem.of(422, "certificate-overtaken"));
    }
    return Optional.of(
        new Made(
            new Certificate(
                it.filed().number(),
                it.filed().account(),
                holders.name(passbook.state(), query.caller()),
                places.name(it.filed().division()),
                WorkCalendar.dayOf(it.issuedAt()),
                it.record(),
                notice(it)),
            found.version()));
  }

  private static Notice notice(Certification it) {
    return it.filed().noticeDays() == 0
        ? new Notice.None()
        : new Notice.Held(
            WorkCalendar.dayOf(Objects.requireNonNull(it.askedAt())),
            WorkCalendar.dayOf(it.filed().until()).minusDays(1));
  }
}
