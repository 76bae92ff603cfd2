package cn.linli.timebank.domain.exchange;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.ExchangeEvent;
import cn.linli.events.timebank.ExchangeEvent.*;
import cn.linli.events.timebank.MatchSide;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Tier;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.ServiceCode;
import cn.linli.timebank.domain.Volunteer;
import cn.linli.timebank.domain.activities.Span;
import cn.linli.timebank.domain.exchange.Match.Status;
import cn.linli.timebank.domain.exchange.MatchCommand.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From a proposal to the minutes that are paid. Either side says no without any consequence (志愿服务条例
 * §25); nobody confirms what they did themselves (domain rules §6.2 rule 3).
 */
public final class MatchRules {

  static final Duration LENGTH_MAX = Duration.ofHours(12);

  /** How long after the need's time somebody may still confirm: project decision. */
  static final Duration CONFIRMING = Duration.ofDays(30);

  private MatchRules() {}

  public static Decision<ExchangeEvent> decide(
      MatchCommand command, Match match, Actor actor, Instant now) {
    if (command instanceof Propose propose) {
      return match.exists() ? refuse("match-known") : propose(propose, actor);
    }
    if (!match.exists()) {
      return refuse("not-found");
    }
    MatchSide side = side(command, match.what().division(), actor);
    if (side == null) {
      return refuse("out-of-scope");
    }
    if (match.status() == Status.LAPSED || match.status() == Status.GIVEN_BACK) {
      return refuse("match-lapsed");
    }
    String id = match.what().match();
    return switch (command) {
      case Propose _ -> throw new IllegalStateException("decided above");
      case Agree(_, _, var recorded) -> agree(match, side, recorded);
      case Decline _ ->
          match.status() == Status.PROPOSED
              ? accept(new MatchDeclined(id, side))
              : refuse("match-not-open");
      case Cancel _ -> cancel(match, side);
      case Deliver(_, _, var began, var ended) -> deliver(match, side, began, ended, now);
      case Confirm(_, _, var minutes) -> confirm(match, side, minutes);
    };
  }

  private static @Nullable MatchSide side(MatchCommand command, String division, Actor actor) {
    if (command.provider().isActor(actor)) {
      return MatchSide.PROVIDER;
    }
    if (command.recipient().isActor(actor)) {
      return MatchSide.RECIPIENT;
    }
    return actor.isHouse(division) ? MatchSide.CLERK : null;
  }

  private static Decision<ExchangeEvent> propose(Propose it, Actor actor) {
    Need need = it.need();
    if (!need.exists()) {
      return refuse("unknown-need");
    }
    if (need.status() != Need.Status.OPEN) {
      return refuse("need-not-open");
    }
    MatchSide side = side(it, need.what().division(), actor);
    if (side == null) {
      return refuse("out-of-scope");
    }
    if (it.provider().account().equals(it.recipient().account())) {
      return refuse("own-need");
    }
    String apart = apart(it);
    String unfit = apart != null ? apart : unfit(it, need.what().service());
    return unfit != null
        ? refuse(unfit)
        : accept(
            new MatchProposed(
                it.id(),
                need.what().need(),
                it.offer().exists() ? it.offer().what().offer() : null,
                it.provider().account(),
                it.recipient().account(),
                need.what().division(),
                need.what().service(),
                need.what().minutes(),
                need.fromPool(),
                side,
                need.what().until().plus(CONFIRMING)));
  }

  /** Nobody confirmed it in time. */
  public static Decision<ExchangeEvent> fallDue(Match match) {
    return accept(new MatchLapsed(match.what().match()));
  }

  /** What it had taken goes back in the same commit, once. */
  public static Decision<ExchangeEvent> giveBack(Match match) {
    return switch (match.status()) {
      case LAPSED -> accept(new MatchGivenBack(match.what().match()));
      case GIVEN_BACK -> refuse("match-lapsed");
      default -> refuse("match-not-lapsed");
    };
  }

  /** Helpers of another community come from the same city, where both clear (通存通兑). */
  private static @Nullable String apart(Propose it) {
    String from = it.recipient().division();
    String to = it.provider().division();
    if (from.equals(to)) {
      return null;
    }
    if (!DivisionCode.of(from).at(Tier.CITY).equals(DivisionCode.of(to).at(Tier.CITY))) {
      return "other-city";
    }
    return it.cleared() ? null : "other-community";
  }

  /** The same as for activities (志愿服务条例 §15, §17). */
  private static @Nullable String unfit(Propose it, String service) {
    Volunteer who = it.provider();
    if (!who.person()) {
      return "not-a-person";
    }
    if (!who.open() || !it.recipient().open()) {
      return "account-not-open";
    }
    if (it.offer().exists()
        && !(it.offer().open()
            && it.offer().what().account().equals(who.account())
            && it.offer().what().services().contains(service))) {
      return "offer-does-not-fit";
    }
    ServiceCode code = ServiceCode.of(service).orElseThrow();
    if (who.minor() && (code.risk() || !it.minorVisits())) {
      return "not-for-minors";
    }
    if (who.minor() && !who.guardian() && !it.consent()) {
      return "guardian-consent-missing";
    }
    if (code.risk() && !who.insured()) {
      return "insurance-missing";
    }
    return code.skill() == null || who.skills().contains(code.skill()) ? null : "skill-missing";
  }

  /** A clerk says yes only for a recipient, and only with evidence: nobody is sent to serve. */
  private static Decision<ExchangeEvent> agree(Match match, MatchSide side, boolean recorded) {
    if (match.status() != Status.PROPOSED) {
      return refuse("match-not-open");
    }
    if (side == MatchSide.CLERK && !recorded) {
      return refuse("evidence-missing");
    }
    MatchSide speaks = side == MatchSide.CLERK ? MatchSide.RECIPIENT : side;
    return match.agreed().contains(speaks)
        ? refuse("already-agreed")
        : accept(new MatchAgreed(match.what().match(), speaks, match.isLast(speaks)));
  }

  /** What was done is not called off by who owes it: the community looks at it. */
  private static Decision<ExchangeEvent> cancel(Match match, MatchSide side) {
    if (!match.holds()) {
      return refuse("match-not-agreed");
    }
    return match.status() == Status.DELIVERED && side == MatchSide.RECIPIENT
        ? refuse("already-delivered")
        : accept(new MatchCancelled(match.what().match(), side));
  }

  private static Decision<ExchangeEvent> deliver(
      Match match, MatchSide side, Instant began, Instant ended, Instant now) {
    if (side == MatchSide.RECIPIENT) {
      return refuse("not-the-provider");
    }
    if (match.status() != Status.AGREED) {
      return refuse("match-not-agreed");
    }
    if (ended.isAfter(now)) {
      return refuse("time-to-come");
    }
    return ended.isAfter(began)
            && Duration.between(began, ended).compareTo(LENGTH_MAX) <= 0
            && !began.isBefore(Objects.requireNonNull(match.proposedAt()).minus(LENGTH_MAX))
        ? accept(new ServiceDelivered(match.what().match(), began, ended))
        : refuse("delivery-times");
  }

  private static Decision<ExchangeEvent> confirm(Match match, MatchSide side, int minutes) {
    if (side == MatchSide.PROVIDER) {
      return refuse("self-confirmation");
    }
    if (match.status() == Status.CONFIRMED) {
      return refuse("already-confirmed");
    }
    Span done = match.done();
    if (done == null || match.status() != Status.DELIVERED) {
      return refuse("not-delivered");
    }
    if (minutes > done.minutes()) {
      return refuse("longer-than-served", "limit", done.minutes());
    }
    return minutes > match.what().minutes()
        ? refuse("over-agreed-minutes", "limit", match.what().minutes())
        : accept(new DeliveryConfirmed(match.what().match(), match.what().service(), minutes));
  }
}
