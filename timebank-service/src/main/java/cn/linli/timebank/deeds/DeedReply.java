package cn.linli.timebank.deeds;

import cn.linli.events.timebank.CouncilRound;
import cn.linli.events.timebank.DeedSource;
import cn.linli.platform.web.Versioned;
import cn.linli.timebank.domain.deeds.Deed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deed, or a deduction.
 *
 * @param name of the holder, masked
 * @param what code of the deed or of the breach
 * @param source who told of it; null for a deduction
 * @param evidence only for the council, the holder and who told of it
 * @param votes in the round that runs: nobody learns who voted how
 * @param noticeUntil how long anybody may object, or the holder appeal
 * @param booked points on the passbook in the end, below zero for a deduction
 */
record DeedReply(
    String id,
    Deed.Side side,
    Deed.Status status,
    String account,
    @Nullable String name,
    String division,
    String what,
    int points,
    @Nullable DeedSource source,
    @Nullable String evidence,
    @Nullable Boolean attended,
    @Nullable String hearing,
    List<String> reasons,
    @Nullable Votes votes,
    @Nullable Instant noticeUntil,
    int booked,
    @Nullable String entry,
    Instant reportedAt,
    long version)
    implements Versioned {

  record Votes(CouncilRound round, int cast, int quorum) {}
}
