package cn.linli.mediation.domain;

import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.events.petition.ReferralOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was filed.
 *
 * @param by who filed, a pseudonymous reference
 * @param contentRef title and facts, in the vault
 * @param origin the request behind it; null where there is none
 * @param mediateBy the last instant of the mediation's limit as it was at filing
 * @param sketch keyed sketch of title and facts: answers "may it contain this?"
 * @param erasedAt when what is personal was erased; null: it is there
 */
public record Filing(
    String id,
    String by,
    DisputeKind kind,
    DisputeSource source,
    String division,
    String contentRef,
    @Nullable ReferralOrigin origin,
    Instant mediateBy,
    Instant receivedAt,
    List<String> attachments,
    @Nullable String sketch,
    @Nullable Instant erasedAt) {

  public Filing {
    attachments = List.copyOf(attachments);
  }

  Filing plus(List<String> more) {
    var all = new ArrayList<>(attachments);
    more.stream().filter(file -> !all.contains(file)).forEach(all::add);
    return copy(all, erasedAt);
  }

  Filing erased(Instant at) {
    return copy(attachments, at);
  }

  private Filing copy(List<String> files, @Nullable Instant erased) {
    return new Filing(
        id,
        by,
        kind,
        source,
        division,
        contentRef,
        origin,
        mediateBy,
        receivedAt,
        files,
        sketch,
        erased);
  }
}
