package cn.linli.timebank.certificates;

import cn.linli.events.WireName;
import cn.linli.platform.web.Versioned;
import cn.linli.timebank.domain.certificates.Certification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that was asked for.
 *
 * @param account only for the volunteer and those who keep or check the books
 * @param name in clear for the volunteer, masked for everybody else
 * @param minutes whole minutes of all services
 * @param noticeDays calendar days; 0: it was not posted
 * @param until how long anybody of the place may object
 * @param objections in the order they were raised
 * @param issuedAt absent: it is not, or not yet
 */
record CertificationReply(
    String id,
    Certification.Status status,
    @Nullable String account,
    String name,
    String division,
    String number,
    long minutes,
    int times,
    int stars,
    List<Service> services,
    int noticeDays,
    Instant until,
    List<Objection> objections,
    Instant askedAt,
    @Nullable Instant issuedAt,
    long version)
    implements Versioned {

  /** Services of one kind. */
  record Service(String service, int times, long minutes, LocalDate first, LocalDate last) {}

  /** Where an objection stands. */
  enum Standing implements WireName {
    OPEN,
    DISMISSED,
    UPHELD
  }

  /**
   * Never who objected.
   *
   * @param objection its number, from 1
   * @param reason only for the volunteer and those who keep or check the books, as the answer
   */
  record Objection(
      int objection, Standing standing, @Nullable String reason, @Nullable String answer) {}

  /**
   * What hangs on the notice board.
   *
   * @param name masked
   * @param objected whether an objection waits for an answer
   */
  record Notice(
      String id,
      String name,
      String number,
      long minutes,
      int times,
      List<Service> services,
      Instant until,
      boolean objected) {}
}
