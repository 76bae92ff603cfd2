package cn.linli.mediation.domain;

import cn.linli.events.mediation.NoticeSubject;
import cn.linli.platform.notice.Notices;
import org.jspecify.annotations.Nullable;

/**
 * What capabilities keep of a dispute, a nullable component for each, null until it is needed.
 *
 * <p>A capability adds a record of its own ({@code Panel}, {@code Hearings}, {@code Limit}, {@code
 * Risk}, {@code Accords}, {@code HandOvers}), a component here, and one {@code with}.
 *
 * @param waits limits of what somebody has to say before mediation begins
 * @param handOvers claims that went elsewhere
 * @param hearings how it is talked over
 * @param limit how long it may take
 * @param risk how much it asks for attention
 * @param accords agreements and what they oblige to
 * @param endNotice what the parties were told when it ended without an agreement
 * @param panel who mediates
 * @param dossier what lies in the file beside sessions and agreements
 * @param contacts what became of the names behind a referral
 * @param notices messages to the parties
 */
public record Proceedings(
    @Nullable Waits waits,
    @Nullable HandOvers handOvers,
    @Nullable Hearings hearings,
    @Nullable Limit limit,
    @Nullable Risk risk,
    @Nullable Accords accords,
    @Nullable EndNotice endNotice,
    @Nullable Panel panel,
    @Nullable Dossier dossier,
    @Nullable Contacts contacts,
    @Nullable Notices<NoticeSubject> notices) {

  static final Proceedings NONE =
      new Proceedings(null, null, null, null, null, null, null, null, null, null, null);

  Proceedings with(@Nullable Waits newWaits) {
    return new Proceedings(
        newWaits, handOvers, hearings, limit, risk, accords, endNotice, panel, dossier, contacts,
        notices);
  }

  Proceedings with(HandOvers newHandOvers) {
    return new Proceedings(
        waits,
        newHandOvers,
        hearings,
        limit,
        risk,
        accords,
        endNotice,
        panel,
        dossier,
        contacts,
        notices);
  }

  Proceedings with(Hearings newHearings) {
    return new Proceedings(
        waits,
        handOvers,
        newHearings,
        limit,
        risk,
        accords,
        endNotice,
        panel,
        dossier,
        contacts,
        notices);
  }

  Proceedings with(@Nullable Limit newLimit) {
    return new Proceedings(
        waits, handOvers, hearings, newLimit, risk, accords, endNotice, panel, dossier, contacts,
        notices);
  }

  Proceedings with(Risk newRisk) {
    return new Proceedings(
        waits, handOvers, hearings, limit, newRisk, accords, endNotice, panel, dossier, contacts,
        notices);
  }

  Proceedings with(Accords newAccords) {
    return new Proceedings(
        waits,
        handOvers,
        hearings,
        limit,
        risk,
        newAccords,
        endNotice,
        panel,
        dossier,
        contacts,
        notices);
  }

  Proceedings with(EndNotice newEndNotice) {
    return new Proceedings(
        waits,
        handOvers,
        hearings,
        limit,
        risk,
        accords,
        newEndNotice,
        panel,
        dossier,
        contacts,
        notices);
  }

  Proceedings with(Panel newPanel) {
    return new Proceedings(
        waits, handOvers, hearings, limit, risk, accords, endNotice, newPanel, dossier, contacts,
        notices);
  }

  Proceedings with(Dossier newDossier) {
    return new Proceedings(
        waits,
        handOvers,
        hearings,
        limit,
        risk,
        accords,
        endNotice,
        panel,
        newDossier,
        contacts,
        notices);
  }

  Proceedings with(Contacts newContacts) {
    return new Proceedings(
        waits,
        handOvers,
        hearings,
        limit,
        risk,
        accords,
        endNotice,
        panel,
        dossier,
        newContacts,
        notices);
  }

  Proceedings with(Notices<NoticeSubject> newNotices) {
    return new Proceedings(
        waits,
        handOvers,
        hearings,
        limit,
        risk,
        accords,
        endNotice,
        panel,
        dossier,
        contacts,
        newNotices);
  }
}
