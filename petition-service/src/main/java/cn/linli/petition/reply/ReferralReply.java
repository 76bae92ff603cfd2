package cn.linli.petition.reply;

import cn.linli.events.petition.ReferralWay;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Referral;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest referral of a request.
 *
 * @param way mediation · volunteers
 * @param state offered · taken · settled · returned · broken · dropped
 * @param counterpart id of the dispute or activity, once there is one
 * @param until silence until then brings the request back
 * @param movedDue whether the answer's limit followed the mediation's: such answers stand apart in
 *     on-time figures
 */
public record ReferralReply(
    String id,
    ReferralWay way,
    Referral.State state,
    Instant madeAt,
    @Nullable String counterpart,
    Instant until,
    boolean movedDue) {

  static @Nullable ReferralReply of(Petition petition) {
    Referral it = petition.proceedings().referral();
    return it == null
        ? null
        : new ReferralReply(
            it.id(),
            it.way(),
            it.state(),
            it.madeAt(),
            it.counterpart(),
            it.until(),
            it.movedDue());
  }
}
