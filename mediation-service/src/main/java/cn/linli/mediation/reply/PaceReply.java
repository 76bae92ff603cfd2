package cn.linli.mediation.reply;

import cn.linli.events.mediation.PaceEvent.Basis;
import cn.linli.events.mediation.Pathway;
import cn.linli.mediation.casework.Discretion;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.EndNotice;
import cn.linli.mediation.domain.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a mediation may take.
 *
 * @param basis which rule gives the days
 * @param from the instant they are counted from
 * @param provisional counted over days that no published calendar covers
 */
public record PaceReply(
    Basis basis,
    Instant from,
    Instant mediateBy,
    Instant remindAt,
    boolean reminded,
    int extensions,
    boolean provisional,
    @Nullable AskedReply asked) {

  /** More time that parties are still to answer. */
  public record AskedReply(
      int number, Instant until, @Nullable String reason, List<String> given) {}

  /**
   * What the parties were told when mediation ended without an agreement.
   *
   * @param remedies the nearest first
   * @param note why it ended, in words
   */
  public record EndReply(List<Pathway> remedies, Instant at, @Nullable String note) {}

  static List<String> references(Dispute dispute, Actor actor) {
    var refs = new ArrayList<String>();
    Limit limit = dispute.proceedings().limit();
    EndNotice end = dispute.proceedings().endNotice();
    boolean hears = Discretion.hearsWhatWasSaid(dispute, actor);
    if (hears && limit != null && limit.asked() != null) {
      refs.add(limit.asked().reasonRef());
    }
    if (hears && end != null && end.noteRef() != null) {
      refs.add(end.noteRef());
    }
    return refs;
  }

  static @Nullable PaceReply of(Dispute dispute, Opened opened) {
    Limit limit = dispute.proceedings().limit();
    if (limit == null) {
      return null;
    }
    Limit.Asked asked = limit.asked();
    return new PaceReply(
        limit.basis(),
        limit.from(),
        limit.mediateBy(),
        limit.remindAt(),
        limit.reminded(),
        limit.extensions(),
        limit.provisional(),
        asked == null
            ? null
            : new AskedReply(
                asked.number(), asked.until(), opened.text(asked.reasonRef()), asked.given()));
  }

  static @Nullable EndReply end(Dispute dispute, Opened opened) {
    EndNotice end = dispute.proceedings().endNotice();
    return end == null ? null : new EndReply(end.remedies(), end.at(), opened.text(end.noteRef()));
  }
}
