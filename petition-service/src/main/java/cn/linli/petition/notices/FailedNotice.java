package cn.linli.petition.notices;

import cn.linli.events.petition.NoticeAbout;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A petitioner who has to be told by other means. */
record FailedNotice(
    String id,
    String notice,
    NoticeAbout about,
    String division,
    Instant at,
    int attempts,
    @Nullable String failure,
    String href) {}
