package cn.linli.timebank.certificates;

import cn.linli.timebank.domain.certificates.ServiceRecord;
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
 */
record Certificate(
    String number,
    String account,
    String person,
    String issuer,
    LocalDate issuedOn,
    ServiceRecord record) {

  static final String FORMAT = "linli-certificate/1";

  /** What is signed: these lines, joined by newlines, as UTF-8. */
  String text() {
    return String.join(
        "\n",
        FORMAT,
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
