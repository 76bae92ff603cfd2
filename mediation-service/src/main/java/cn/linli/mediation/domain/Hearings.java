package cn.linli.mediation.domain;

import cn.linli.events.mediation.HearingEvent;
import cn.linli.events.mediation.HearingEvent.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a dispute is talked over: sessions, talks with one side, offers, helpers. Each list is
 * bounded and numbered from 1, so a number is a place in its list.
 */
public record Hearings(
    List<Session> sessions,
    List<Caucus> caucuses,
    List<Offer> offers,
    List<Helper> helpers,
    @Nullable UndisputedFacts facts) {

  /** Per dispute; a mediation of 30 days never gets near. */
  static final int SESSIONS_MAX = 40;

  static final int CAUCUSES_MAX = 200;
  static final int OFFERS_MAX = 100;
  static final int VERSIONS_MAX = 20;
  static final int HELPERS_MAX = 20;

  static final Hearings NONE = new Hearings(List.of(), List.of(), List.of(), List.of(), null);

  public Hearings {
    sessions = List.copyOf(sessions);
    caucuses = List.copyOf(caucuses);
    offers = List.copyOf(offers);
    helpers = List.copyOf(helpers);
  }

  /** A talk with one side; only that side and the panel's mediators learn of it. */
  public record Caucus(int number, String party, Instant at, String by, String noteRef) {}

  /** How many sessions took place. */
  public int held() {
    return (int) sessions.stream().filter(Session::isHeld).count();
  }

  public Optional<Session> session(int number) {
    return at(sessions, number);
  }

  Optional<Offer> offer(int number) {
    return at(offers, number);
  }

  Optional<Helper> helper(int number) {
    return at(helpers, number);
  }

  private static <T> Optional<T> at(List<T> numbered, int number) {
    return number < 1 || number > numbered.size()
        ? Optional.empty()
        : Optional.of(numbered.get(number - 1));
  }

  Hearings after(HearingEvent event, Instant at, String by) {
    return switch (event) {
      case SessionScheduled it -> withSessions(plus(sessions, Session.called(it, at)));
      case SessionRescheduled it -> session(it.number(), now -> now.moved(it, at));
      case SessionNoticed it -> session(it.number(), now -> now.noticed(it.who(), at));
      case SessionHeld it -> session(it.number(), now -> now.held(it, by));
      case CaucusHeld it ->
          new Hearings(
              sessions,
              plus(caucuses, new Caucus(it.number(), it.party(), at, by, it.noteRef())),
              offers,
              helpers,
              facts);
      case OfferMade it -> withOffers(after(it, at));
      case HelperProposed it -> withHelpers(plus(helpers, Helper.proposed(it)));
      case HelperAnswered it ->
          withHelpers(changed(helpers, it.number(), now -> now.answered(it.party(), it.given())));
      case UndisputedFactsDrafted it ->
          with(new UndisputedFacts(it.version(), it.contentRef(), at, List.of(), List.of()));
      case UndisputedFactsAnswered it ->
          facts == null ? this : with(facts.answered(it.party(), it.given()));
    };
  }

  private List<Offer> after(OfferMade it, Instant at) {
    var version = new Offer.Version(it.version(), it.contentRef(), at);
    return it.version() == 1
        ? plus(offers, new Offer(it.number(), it.by(), it.replyTo(), List.of(version)))
        : changed(offers, it.number(), now -> now.plus(version));
  }

  private Hearings session(int number, UnaryOperator<Session> change) {
    return withSessions(changed(sessions, number, change));
  }

  private Hearings withSessions(List<Session> now) {
    return new Hearings(now, caucuses, offers, helpers, facts);
  }

  private Hearings withOffers(List<Offer> now) {
    return new Hearings(sessions, caucuses, now, helpers, facts);
  }

  private Hearings withHelpers(List<Helper> now) {
    return new Hearings(sessions, caucuses, offers, now, facts);
  }

  private Hearings with(UndisputedFacts now) {
    return new Hearings(sessions, caucuses, offers, helpers, now);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    var more = new ArrayList<>(list);
    more.add(one);
    return more;
  }

  private static <T> List<T> changed(List<T> list, int number, UnaryOperator<T> change) {
    var changed = new ArrayList<>(list);
    changed.set(number - 1, change.apply(changed.get(number - 1)));
    return changed;
  }
}
