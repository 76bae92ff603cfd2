package cn.linli.petition.reply;

import cn.linli.events.petition.NoticeAbout;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Telling;
import cn.linli.platform.notice.Notice;
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

  private static Told of(Notice<NoticeAbout> notice) {
    return new Told(
        notice.id(),
        notice.about(),
        notice.state(),
        notice.at(),
        notice.sentAt(),
        notice.attempts(),
        notice.failure());
  }
}
