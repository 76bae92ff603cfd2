package cn.linli.timebank.certificates;

import cn.linli.events.timebank.AccountKind;
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
import cn.linli.timebank.casework.ServiceLines;
import cn.linli.timebank.domain.certificates.ServiceRecord;
import cn.linli.timebank.ledger.Account;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Certificates for the volunteer, and for the clerk who hands one out. */
final class Certificates {

  private final CaseStates<Account> accounts;
  private final ServiceLines lines;
  private final HolderNames holders;
  private final Places places;
  private final DocumentKey key;

  Certificates(
      CaseStates<Account> accounts,
      ServiceLines lines,
      HolderNames holders,
      Places places,
      DocumentKey key) {
    this.accounts = accounts;
    this.lines = lines;
    this.holders = holders;
    this.places = places;
    this.key = key;
  }

  @Nullable Object pdf(Query<NoBody> query) {
    return open(query)
        .map(stored -> {
          Certificate it = certificate(query, stored);
          return new Download(
              Printer.pdf(CertificatePaper.of(it, sign(it))),
              "application/pdf",
              "certificate.pdf",
              HolderNames.edition(stored.version(), query.receivedAt()));
        })
        .orElse(null);
  }

  @Nullable Object one(Query<NoBody> query) {
    return open(query)
        .map(stored -> {
          Certificate it = certificate(query, stored);
          return new CertificateReply(
              it.number(),
              it.record().minutes(),
              it.record().times(),
              it.record().stars(),
              it.text(),
              sign(it),
              key.publicPem(),
              HolderNames.edition(stored.version(), query.receivedAt()));
        })
        .orElse(null);
  }

  private String sign(Certificate it) {
    return key.sign(it.text().getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Stored<Account>> open(Query<NoBody> query) {
    return Reach.open(accounts.find(AccountCases.fromPath(query.path("account"))), query.caller());
  }

  private Certificate certificate(Query<NoBody> query, Stored<Account> stored) {
    Account account = stored.state();
    if (account.kind() != AccountKind.PERSON) {
      throw new ProblemException(Problem.of(422, "certificate-for-persons"));
    }
    ServiceRecord record = ServiceRecord.of(lines.all(stored));
    if (record.times() == 0) {
      throw new ProblemException(Problem.of(422, "no-service-yet"));
    }
    LocalDate today = WorkCalendar.dayOf(query.receivedAt());
    return new Certificate(
        number(stored, today),
        stored.id(),
        holders.name(account, query.caller()),
        places.name(account.division()),
        today,
        record);
  }

  /** Community, day, passbook and where it stood: the same record has the same number that day. */
  private static String number(Stored<Account> stored, LocalDate day) {
    return "%s-%s-%s-%d"
        .formatted(
            stored.state().division(),
            day.toString().replace("-", ""),
            stored.id().substring(0, 8),
            stored.version());
  }
}
