package cn.linli.mediation.reply;

import cn.linli.events.mediation.NoticeSubject;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Telling;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to a party.
 *
 * @param about consent · session · obligation · remedies
 * @param party whom it is for
 * @param state waiting · sent · delivered · read · failed: then tell the party by other means
 * @param failure why the last try failed
 */
public record Told(
    String id,
    NoticeSubject about,
    @Nullable String party,
    String state,
    Instant at,
    @Nullable Instant sentAt,
    int attempts,
    @Nullable String failure) {

  /** A party sees its own, others all. */
  static List<Told> of(Dispute dispute, Actor actor) {
    List<String> own =
        dispute.parties().stream().filter(actor::speaksFor).map(it -> it.no()).toList();
    return Telling.notices(dispute).latest().stream()
        .filter(it -> own.isEmpty() || own.contains(it.party()))
        .map(it ->
            new Told(
                it.id(),
                it.about(),
                it.party(),
                it.state(),
                it.at(),
                it.sentAt(),
                it.attempts(),
                it.failure()))
        .toList();
  }
}
