package cn.linli.timebank.domain.deeds;

import cn.linli.events.timebank.DeedEvent.CouncilTerms;
import java.util.List;

/** What may be asked of the moral bank. Free text has become a vault reference: {@code …Ref}. */
public sealed interface DeedCommand {

  /**
   * @param points as the catalogue of the community says
   */
  record Report(
      String deed, int points, String evidenceRef, List<String> attachments, CouncilTerms terms)
      implements DeedCommand {}

  /**
   * @param allowed the scheme of the community has deductions
   * @param points as the published list of breaches says; 0: it is not on it
   */
  record Deduct(
      boolean allowed,
      String breach,
      int points,
      String evidenceRef,
      List<String> attachments,
      CouncilTerms terms)
      implements DeedCommand {}

  record Hear(boolean attended, String recordRef) implements DeedCommand {}

  record Recuse(String ground) implements DeedCommand {}

  record CastVote(boolean approve) implements DeedCommand {}

  record Object(String reasonRef) implements DeedCommand {}

  record Appeal(String reasonRef) implements DeedCommand {}
}
