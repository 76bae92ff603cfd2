package cn.linli.mediation.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Facts on which no side disagrees, put down where mediation may fail: they may be used later, what
 * was conceded may not (山东多元化解条例 §24, 深圳条例 §73).
 *
 * @param version of the text; consents are to this one
 * @param given parties that signed it
 * @param refused parties that did not
 */
public record UndisputedFacts(
    int version, String contentRef, Instant at, List<String> given, List<String> refused) {

  public UndisputedFacts {
    given = List.copyOf(given);
    refused = List.copyOf(refused);
  }

  public boolean isAgreedBy(Collection<String> parties) {
    return given.containsAll(parties);
  }

  UndisputedFacts answered(String party, boolean yes) {
    return new UndisputedFacts(
        version,
        contentRef,
        at,
        Answers.changed(given, party, yes),
        Answers.changed(refused, party, !yes));
  }
}
