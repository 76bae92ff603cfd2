package cn.linli.petition.tracking;

import cn.linli.events.petition.Deadlines;
import cn.linli.events.petition.Level;
import cn.linli.petition.domain.Status;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.Told;
import cn.linli.platform.web.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the holder of a tracking code sees: how it goes and the answer, nothing personal. */
public record TrackingReply(
    Status status,
    Level level,
    Instant receivedAt,
    Deadlines deadlines,
    List<PetitionReply.Step> steps,
    @Nullable String result,
    boolean mayRate,
    @Nullable Instant closedAt,
    List<Told> notices,
    long version)
    implements Versioned {}
