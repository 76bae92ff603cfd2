package cn.linli.petition.reply;

import cn.linli.events.petition.NoticeAbout;
import cn.linli.petition.domain.Notices.Notice;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Telling;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to the petitioner.
 *
 * @param state waiting · sent · delivered · read · failed
 * @param failure why the last try failed
 */
public record Told(
    String id,
    NoticeAbout about,
    String state,
    Instant at,
    @Nullable Instant sentAt,
    int attempts,
    @Nullable String failure) {

  public static List<Told> of(Petition petition) {
    return Telling.notices(petition).latest().stream().map(Told::of).toList();
  }

  private static Told of(Notice notice) {
    return new Told(
        notice.id(),
        notice.about(),
        state(notice),
        notice.at(),
        notice.sentAt(),
        notice.attempts(),
        notice.failure());
  }

  private static String state(Notice notice) {
    if (notice.isWaiting()) {
      return "waiting";
    }
    if (notice.isGivenUp()) {
      return "failed";
    }
    if (notice.readAt() != null) {
      return "read";
    }
    return notice.deliveredAt() != null ? "delivered" : "sent";
  }
}
