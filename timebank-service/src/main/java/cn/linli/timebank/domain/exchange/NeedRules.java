package cn.linli.timebank.domain.exchange;

import static cn.linli.platform.decide.Decision.accept;
import static cn.linli.platform.decide.Decision.refuse;

import cn.linli.events.timebank.ExchangeEvent;
import cn.linli.events.timebank.ExchangeEvent.*;
import cn.linli.platform.decide.Decision;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.ServiceCode;
import cn.linli.timebank.domain.Volunteer;
import cn.linli.timebank.domain.exchange.Need.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Needs and offers: a need is audited before anybody sees it, where the scheme says so. */
public final class NeedRules {

  static final Duration AHEAD_MAX = Duration.ofDays(90);

  private NeedRules() {}

  /**
   * @param recorded a clerk writes it down for who needs it
   */
  public static Decision<ExchangeEvent> file(
      NeedFiled it, Volunteer recipient, boolean recorded, Actor actor, Instant now) {
    if (!recipient.isActor(actor) && !(recorded && actor.isHouse(it.division()))) {
      return refuse("not-yourself");
    }
    if (!recipient.open()) {
      return refuse("account-not-open");
    }
    if (ServiceCode.of(it.service()).isEmpty()) {
      return refuse("unknown-service");
    }
    return it.until().isAfter(now) && it.until().isBefore(now.plus(AHEAD_MAX))
        ? accept(it)
        : refuse("need-times");
  }

  /** By somebody else than who needs it; {@code fromPool}: they are a priority elder. */
  public static Decision<ExchangeEvent> audit(
      Need need, Volunteer recipient, boolean fromPool, Actor actor) {
    String code = auditor(need, recipient, actor);
    return code == null ? accept(new NeedAudited(need.what().need(), fromPool)) : refuse(code);
  }

  public static Decision<ExchangeEvent> refuseNeed(
      Need need, Volunteer recipient, String why, Actor actor) {
    String code = auditor(need, recipient, actor);
    return code == null ? accept(new NeedRefused(need.what().need(), why)) : refuse(code);
  }

  private static @Nullable String auditor(Need need, Volunteer recipient, Actor actor) {
    if (!need.exists()) {
      return "not-found";
    }
    if (!actor.isHouse(need.what().division())) {
      return "out-of-scope";
    }
    if (recipient.isActor(actor)) {
      return "self-confirmation";
    }
    return need.status() == Status.AUDITING ? null : "need-not-waiting";
  }

  public static Decision<ExchangeEvent> withdraw(Need need, Volunteer recipient, Actor actor) {
    if (!need.exists()) {
      return refuse("not-found");
    }
    if (!recipient.isActor(actor) && !actor.isHouse(need.what().division())) {
      return refuse("not-yourself");
    }
    return need.status().waits()
        ? accept(new NeedWithdrawn(need.what().need(), "withdrawn"))
        : refuse("need-not-waiting");
  }

  /** Nobody was found in time. */
  public static Decision<ExchangeEvent> fallDue(Need need) {
    return accept(new NeedWithdrawn(need.what().need(), "lapsed"));
  }

  public static Decision<ExchangeEvent> offer(
      OfferMade it, Volunteer provider, boolean recorded, Actor actor) {
    if (!provider.isActor(actor) && !(recorded && actor.isHouse(it.division()))) {
      return refuse("not-yourself");
    }
    if (!provider.person()) {
      return refuse("not-a-person");
    }
    if (!provider.open()) {
      return refuse("account-not-open");
    }
    List<String> unknown =
        it.services().stream().filter(code -> ServiceCode.of(code).isEmpty()).toList();
    return unknown.isEmpty() ? accept(it) : refuse("unknown-service");
  }

  public static Decision<ExchangeEvent> withdraw(Offer offer, Volunteer provider, Actor actor) {
    if (!offer.exists()) {
      return refuse("not-found");
    }
    if (!provider.isActor(actor) && !actor.isHouse(offer.what().division())) {
      return refuse("not-yourself");
    }
    return offer.open()
        ? accept(new OfferWithdrawn(offer.what().offer()))
        : refuse("offer-withdrawn");
  }
}
