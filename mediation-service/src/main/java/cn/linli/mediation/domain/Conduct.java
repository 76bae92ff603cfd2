package cn.linli.mediation.domain;

import cn.linli.events.mediation.Bench;
import cn.linli.events.mediation.CaseNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who has the case.
 *
 * @param bench the committee, or the peacemakers of the building; proposed until it accepts
 * @param caseNumber null until a committee accepted
 * @param acceptedAt null while nobody has taken it; {@code acceptedBy}: who did, likewise
 * @param transfers how often it went to another committee
 * @param concludedAt the end of mediation, whatever its outcome
 * @param endCode why it was refused or failed
 * @param closedBy who closed the file; null until then
 */
public record Conduct(
    Bench bench,
    @Nullable CaseNumber caseNumber,
    @Nullable Instant acceptedAt,
    @Nullable String acceptedBy,
    int transfers,
    @Nullable Instant concludedAt,
    @Nullable String endCode,
    @Nullable String closedBy) {

  static Conduct proposed(Bench bench) {
    return new Conduct(bench, null, null, null, 0, null, null, null);
  }

  Conduct accepted(Bench newBench, @Nullable CaseNumber number, Instant at, String by) {
    return new Conduct(newBench, number, at, by, transfers, concludedAt, endCode, closedBy);
  }

  Conduct transferredTo(Bench newBench) {
    return new Conduct(newBench, null, null, null, transfers + 1, concludedAt, endCode, closedBy);
  }

  Conduct concluded(Instant at, @Nullable String code) {
    return new Conduct(bench, caseNumber, acceptedAt, acceptedBy, transfers, at, code, closedBy);
  }

  Conduct closed(String by) {
    return new Conduct(
        bench, caseNumber, acceptedAt, acceptedBy, transfers, concludedAt, endCode, by);
  }
}
