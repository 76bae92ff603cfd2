package cn.linli.mediation.reply;

import cn.linli.mediation.casework.Discretion;
import cn.linli.mediation.casework.Sealed;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Hearings;
import cn.linli.mediation.domain.Helper;
import cn.linli.mediation.domain.Offer;
import cn.linli.mediation.domain.Session;
import cn.linli.mediation.domain.UndisputedFacts;
import cn.linli.platform.vault.Mask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a dispute is talked over, as far as the reader may know.
 *
 * @param held how many sessions took place
 * @param caucuses only those with the reader's own side, or all for the panel's mediators; who else
 *     reads this sees none, nor that there are any
 */
public record HearingsReply(
    int held,
    List<SessionReply> sessions,
    List<OfferReply> offers,
    List<HelperReply> helpers,
    List<CaucusReply> caucuses,
    @Nullable FactsReply undisputedFacts) {

  public record SessionReply(
      int number,
      Instant at,
      @Nullable String venue,
      boolean open,
      int moves,
      List<Session.Notice> notices,
      @Nullable RecordReply record) {}

  /**
   * @param absent parties nobody came for
   * @param mediators who mediated, with their minutes
   */
  public record RecordReply(
      @Nullable Instant began,
      @Nullable Instant ended,
      List<String> present,
      List<String> represented,
      List<String> absent,
      List<MediatorReply> mediators,
      List<Integer> helpers,
      int listeners,
      @Nullable String course,
      @Nullable String result) {}

  public record MediatorReply(String mediator, int minutes, boolean paid) {}

  /** {@code by} null: the mediators' own proposal. */
  public record OfferReply(
      int number,
      @Nullable String by,
      @Nullable Integer inReplyTo,
      int version,
      @Nullable String content,
      Instant at,
      List<VersionReply> earlier) {}

  public record VersionReply(int version, @Nullable String content, Instant at) {}

  /** {@code agreed}: by every party that is there. */
  public record HelperReply(
      String who,
      String relation,
      @Nullable String name,
      List<String> given,
      List<String> refused,
      boolean agreed) {}

  public record CaucusReply(int number, String party, Instant at, @Nullable String note) {}

  public record FactsReply(
      int version,
      @Nullable String content,
      Instant at,
      List<String> given,
      List<String> refused,
      boolean agreed) {}

  /** Only what this reader is shown is opened at all. */
  static List<String> references(Dispute dispute, Actor actor) {
    Hearings all = dispute.proceedings().hearings();
    var refs = new ArrayList<@Nullable String>();
    if (all == null) {
      return List.of();
    }
    all.sessions().forEach(it -> refs.add(it.venueRef()));
    if (Discretion.hearsWhatWasSaid(dispute, actor)) {
      for (Session session : all.sessions()) {
        if (session.protocol() != null) {
          refs.add(session.protocol().courseRef());
          refs.add(session.protocol().resultRef());
        }
      }
      all.offers()
          .forEach(offer -> offer.versions().forEach(version -> refs.add(version.contentRef())));
      all.helpers().forEach(it -> refs.add(it.nameRef()));
      refs.add(all.facts() == null ? null : all.facts().contentRef());
    }
    all.caucuses().stream()
        .filter(it -> Discretion.hearsCaucus(dispute, actor, it))
        .forEach(it -> refs.add(it.noteRef()));
    return refs.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }

  static @Nullable HearingsReply of(Dispute dispute, Actor actor, Opened opened) {
    Hearings all = dispute.proceedings().hearings();
    if (all == null) {
      return null;
    }
    boolean hears = Discretion.hearsWhatWasSaid(dispute, actor);
    List<String> there = dispute.present().stream().map(it -> it.no()).toList();
    UndisputedFacts facts = all.facts();
    return new HearingsReply(
        all.held(),
        all.sessions().stream().map(it -> session(it, opened)).toList(),
        hears ? all.offers().stream().map(it -> offer(it, opened)).toList() : List.of(),
        hears ? all.helpers().stream().map(it -> helper(it, there, opened)).toList() : List.of(),
        all.caucuses().stream()
            .filter(it -> Discretion.hearsCaucus(dispute, actor, it))
            .map(it ->
                new CaucusReply(
                    it.number(),
                    it.party(),
                    it.at(),
                    opened
                        .read(it.noteRef(), Sealed.CaucusNote.class)
                        .map(Sealed.CaucusNote::note)
                        .orElse(null)))
            .toList(),
        !hears || facts == null
            ? null
            : new FactsReply(
                facts.version(),
                opened.text(facts.contentRef()),
                facts.at(),
                facts.given(),
                facts.refused(),
                facts.isAgreedBy(there)));
  }

  private static SessionReply session(Session session, Opened opened) {
    Session.Protocol held = session.protocol();
    return new SessionReply(
        session.number(),
        session.at(),
        opened.text(session.venueRef()),
        session.open(),
        session.moves(),
        session.notices(),
        held == null
            ? null
            : new RecordReply(
                held.began(),
                held.ended(),
                held.present(),
                held.represented(),
                held.absent(),
                held.mediators().stream()
                    .map(it -> new MediatorReply(it.mediator(), it.minutes(), it.paid()))
                    .toList(),
                held.helpers(),
                held.listeners(),
                opened.text(held.courseRef()),
                opened.text(held.resultRef())));
  }

  private static OfferReply offer(Offer offer, Opened opened) {
    List<VersionReply> versions =
        offer.versions().stream()
            .map(it ->
                new VersionReply(
                    it.version(),
                    opened
                        .read(it.contentRef(), Sealed.OfferText.class)
                        .map(Sealed.OfferText::content)
                        .orElse(null),
                    it.at()))
            .toList();
    VersionReply latest = versions.getLast();
    return new OfferReply(
        offer.number(),
        offer.by(),
        offer.replyTo(),
        latest.version(),
        latest.content(),
        latest.at(),
        versions.subList(0, versions.size() - 1));
  }

  private static HelperReply helper(Helper helper, List<String> there, Opened opened) {
    return new HelperReply(
        "helper-" + helper.number(),
        helper.relation(),
        opened
            .read(helper.nameRef(), Sealed.HelperName.class)
            .map(Sealed.HelperName::name)
            .map(Mask::name)
            .orElse(null),
        helper.given(),
        helper.refused(),
        helper.isAgreedBy(there));
  }
}
