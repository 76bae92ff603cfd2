package cn.linli.petition.importing;

import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row that can be taken.
 *
 * @param division its code, or {@code unknown}: in quarantine
 * @param dateOnly one of the two instants was a bare date
 * @param result what was answered; only with {@code repliedAt}
 */
record ImportItem(
    long row,
    String externalId,
    String title,
    @Nullable String description,
    String division,
    String category,
    Channel channel,
    Kind kind,
    Instant submittedAt,
    boolean dateOnly,
    @Nullable Instant repliedAt,
    @Nullable String result,
    @Nullable Level level) {}
