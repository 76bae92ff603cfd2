package cn.linli.gateway.views.figures;

import cn.linli.events.timebank.ServiceEvent.ActivityCancelled;
import cn.linli.events.timebank.ServiceEvent.ActivityPublished;
import cn.linli.events.timebank.ServiceEvent.CheckedIn;
import cn.linli.events.timebank.ServiceEvent.Missed;
import cn.linli.events.timebank.ServiceEvent.ServiceConfirmed;
import cn.linli.events.timebank.ServiceEvent.SignUpWithdrawn;
import cn.linli.events.timebank.ServiceEvent.SignedUp;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How many people a place moves by its activities: published, places, signed up, came, confirmed.
 * Each step counts on its own day where the activity is held; a step is about people and not about
 * stays. Source: domain rules R5-12.
 */
final class ActivityFigures {

  private static final Count PUBLISHED = Count.of("activitiesPublished");
  private static final Count PLACES = Count.of("activityPlaces");
  private static final Count CANCELLED = Count.of("activitiesCancelled");
  private static final Count SIGNED_UP = Count.of("activitySignUps");
  private static final Count CHECKED_IN = Count.of("activityCheckIns");
  private static final Count CONFIRMED = Count.of("activityConfirmed");
  private static final Count NO_SHOWS = Count.of("activityNoShows");

  static final List<BankRule<?>> RULES =
      List.of(
          BankRule.ofEach(ActivityPublished.class, PUBLISHED),
          new BankRule<>(
              ActivityPublished.class, PLACES, it -> it.plan() == null ? 0 : it.plan().places()),
          BankRule.ofEach(ActivityCancelled.class, CANCELLED),
          BankRule.ofEach(SignedUp.class, SIGNED_UP),
          new BankRule<>(SignUpWithdrawn.class, SIGNED_UP, it -> -1),
          new BankRule<>(
              CheckedIn.class, CHECKED_IN, it -> Boolean.TRUE.equals(it.again()) ? 0 : 1),
          BankRule.ofEach(ServiceConfirmed.class, CONFIRMED),
          BankRule.ofEach(Missed.class, NO_SHOWS));

  private static final Figure PUBLISHED_FIGURE =
      figure(
          "published",
          "发布活动",
          "Activities published",
          "期内发布的志愿服务活动数，含队伍班次和由诉求转来的活动",
          "activities published in the period, shifts of teams and those that came of requests"
              + " among them",
          PUBLISHED);

  private static final Figure PLACES_FIGURE =
      figure(
          "places",
          "活动名额",
          "Places in activities",
          "期内发布的活动的志愿者名额之和",
          "places for volunteers in the activities published in the period",
          PLACES);

  private static final Figure CANCELLED_FIGURE =
      figure(
          "cancelled",
          "取消活动",
          "Activities cancelled",
          "期内取消的活动数，人数不足而取消的计入",
          "activities cancelled in the period, those that too few came to among them",
          CANCELLED);

  private static final Figure SIGNED_UP_FIGURE =
      figure(
          "signedUp",
          "报名人次",
          "Sign-ups",
          "期内报名人次（含候补），减去期内撤回的报名",
          "sign-ups in the period, with those who wait for a place, less sign-ups withdrawn in the"
              + " period",
          SIGNED_UP);

  private static final Figure CHECKED_IN_FIGURE =
      figure(
          "checkedIn",
          "到场人次",
          "Volunteers who came",
          "期内签到人次，同一活动多次进出计一次",
          "volunteers who checked in to an activity in the period, each once for an activity",
          CHECKED_IN);

  private static final Figure CONFIRMED_FIGURE =
      figure(
          "confirmed",
          "确认服务人次",
          "Services confirmed",
          "期内经确认的服务人次",
          "volunteers whose time in an activity was confirmed in the period",
          CONFIRMED);

  private static final Figure NO_SHOWS_FIGURE =
      figure(
          "noShows",
          "未到人次",
          "No-shows",
          "期内记为报名而未到的人次；只作统计，不产生任何后果",
          "volunteers put down in the period as signed up and not come; nothing follows from it",
          NO_SHOWS);

  static final List<Figure> ALL =
      List.of(
          PUBLISHED_FIGURE,
          PLACES_FIGURE,
          CANCELLED_FIGURE,
          SIGNED_UP_FIGURE,
          CHECKED_IN_FIGURE,
          CONFIRMED_FIGURE,
          NO_SHOWS_FIGURE);

  /** Figures whose events name the service. */
  static final List<Figure> SAY_THE_SERVICE =
      List.of(PUBLISHED_FIGURE, PLACES_FIGURE, CONFIRMED_FIGURE);

  private ActivityFigures() {}

  private static Figure figure(
      String code, String nameZh, String nameEn, String formulaZh, String formulaEn, Count count) {
    ToLongFunction<Sums> number = sums -> sums.in(count);
    return Figure.count(
        "bank.activities." + code,
        nameZh,
        nameEn,
        formulaZh,
        formulaEn,
        List.of(count),
        null,
        number);
  }
}
