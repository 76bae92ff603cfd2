package cn.linli.events.timebank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a certificate says, as it hangs.
 *
 * @param account passbook of the volunteer
 * @param division community that posts and issues it
 * @param number of the certificate
 * @param asOf version of the passbook whose services it tells
 * @param services by kind, the longest first: kinds of the catalogue, and what the community's
 *     kiosks were registered for
 * @param noticeDays calendar days, as the scheme said; 0: it is not posted
 * @param until how long anybody of the place may object
 */
public record CertificateFiling(
    String account,
    String division,
    String number,
    long asOf,
    List<Service> services,
    int noticeDays,
    Instant until) {

  public CertificateFiling {
    services = List.copyOf(services);
  }

  /**
   * Services of one kind.
   *
   * @param service code
   * @param times how often
   */
  public record Service(String service, int times, long minutes, LocalDate first, LocalDate last) {}
}
