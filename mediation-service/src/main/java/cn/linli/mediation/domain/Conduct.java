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
 * @param acceptedAt null while nobody has taken it
 * @param transfers how often it went to another committee
 * @param concludedAt the end of mediation, whatever its outcome
 * @param endCode why it was refused or failed
 */
public record Conduct(
    Bench bench,
    @Nullable CaseNumber caseNumber,
    @Nullable Instant acceptedAt,
    int transfers,
    @Nullable Instant concludedAt,
    @Nullable String endCode) {

  static Conduct proposed(Bench bench) {
    return new Conduct(bench, null, null, 0, null, null);
  }

  Conduct acceptedBy(Bench newBench, @Nullable CaseNumber number, Instant at) {
    return new Conduct(newBench, number, at, transfers, concludedAt, endCode);
  }

  Conduct transferredTo(Bench newBench) {
    return new Conduct(newBench, null, null, transfers + 1, concludedAt, endCode);
  }

  Conduct concluded(Instant at, @Nullable String code) {
    return new Conduct(bench, caseNumber, acceptedAt, transfers, at, code);
  }
}
