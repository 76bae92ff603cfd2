package cn.linli.mediation.queries;

import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.DisputeLevel;
import cn.linli.events.mediation.DisputeSource;
import cn.linli.mediation.domain.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A dispute in a list; {@code caption} is its title with what points at a person struck out. */
public record DisputeItem(
    String id,
    @Nullable String caseNumber,
    String caption,
    DisputeKind kind,
    DisputeSource source,
    Status status,
    DisputeLevel level,
    @Nullable String committee,
    String division,
    int parties,
    int claims,
    Instant receivedAt,
    @Nullable Instant due,
    long version) {}
