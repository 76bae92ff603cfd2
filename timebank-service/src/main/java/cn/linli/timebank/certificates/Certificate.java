package cn.linli.timebank.certificates;

import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.timebank.domain.certificates.ServiceRecord;
import cn.linli.timebank.ledger.Account;
import java.time.LocalDate;

/**
 * What a certificate says. Source: 志愿服务记录与证明出具办法 (民政部令第67号), domain rules §6.1: person, service,
 * issuer, number, date.
 *
 * @param number of the certificate
 * @param account the volunteer's number
 * @param person as the reader may see it
 * @param issuer full name of the community
 * @param issuedOn day on which it was made
 * @param notice whether it was posted
 */
record Certificate(
    String number,
    String account,
    String person,
    String issuer,
    LocalDate issuedOn,
    ServiceRecord record,
    Notice notice) {

  static final String FORMAT = "linli-certificate/1";
  static final String POSTED = "linli-certificate/2";

  /** Nobody passes off as certificate what never hung. */
  static final String RECORD = "linli-record/1";

  private static final int PASSBOOK_CHARS = 8;

  /** Whether it was posted before: 民发〔2015〕149号. */
  sealed interface Notice {

    /** The community posts none. */
    record None() implements Notice {}

    /** It was not: a plain record, free and at once. {@code days}: how long a certificate hangs. */
    record Never(int days) implements Notice {}

    /** First and last day on which it hung. */
    record Held(LocalDate first, LocalDate last) implements Notice {}
  }

  /** Community, day, passbook and where it stood: the same record has the same number that day. */
  static String number(Stored<Account> passbook, LocalDate day) {
    return "%s-%s-%s-%d"
        .formatted(
            passbook.state().division(),
            day.toString().replace("-", ""),
            passbook.id().substring(0, PASSBOOK_CHARS),
            passbook.version());
  }

  boolean isCertificate() {
    return !(notice instanceof Notice.Never);
  }

  private String format() {
    return switch (notice) {
      case Notice.None() -> FORMAT;
      case Notice.Never _ -> RECORD;
      case Notice.Held _ -> POSTED;
    };
  }

  /** What is signed: these lines, joined by newlines, as UTF-8. */
  String text() {
    String told = told();
    return notice instanceof Notice.Held(var first, var last)
        ? told + "\n" + first + "\n" + last
        : told;
  }

  private String told() {
    return String.join(
        "\n",
        format(),
        number,
        account,
        person,
        Long.toString(record.minutes()),
        Integer.toString(record.times()),
        Integer.toString(record.stars()),
        issuer,
        issuedOn.toString());
  }
}
