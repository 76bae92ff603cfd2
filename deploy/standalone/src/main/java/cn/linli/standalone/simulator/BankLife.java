package cn.linli.standalone.simulator;

import cn.linli.standalone.simulator.BankStory.Member;
import cn.linli.standalone.simulator.BankStory.Refused;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A week of the demo community's time bank: a kitchen shift for its elders (domain rules R5-01),
 * activities here and in other communities, wristbands at two kiosks, and what is done with the
 * minutes. All of it is invented.
 */
final class BankLife {

  private static final String HOME = DemoCity.REFERENCE_COMMUNITY;
  private static final String CLERK = "community-clerk@" + HOME;
  private static final int COMMUNITY_DIGITS = 12;
  private static final int COOKS = 32;
  private static final int ELDERS = 145;
  private static final int HELPERS = 3;

  /** Whoever signs up does so before the end: this lies four hours ahead. */
  private static final int OPEN_MINUTES = -240;

  /** Service of the catalogue, and what it was. */
  private record Plan(String service, String title) {}

  private static final List<Plan> PLANS =
      List.of(
          new Plan("greenery", "本周楼前绿化"),
          new Plan("hygiene-cleanup", "本周楼院清扫"),
          new Plan("culture", "本周邻里书画角"),
          new Plan("legal-education", "防诈骗宣传周"),
          new Plan("home-visit", "本周看望独居老人"));

  private final Api api;
  private final Instant begunAt;

  BankLife(Api api, Instant begunAt) {
    this.api = api;
    this.begunAt = begunAt;
  }

  /**
   * @param repair id of a repair in the catalogue for minutes; {@code soap}: of goods for points
   */
  void live(DemoCity city, Draw draw, String repair, String soap)
      throws IOException, InterruptedException {
    var cooks = new ArrayList<Member>();
    tell(() -> kitchen(cooks, draw));
    for (int number = 0; number < PLANS.size(); number++) {
      String community = number < 2 ? HOME : city.grid(draw).substring(0, COMMUNITY_DIGITS);
      var story = new BankStory(api, begunAt, "activity-" + number);
      var plan = PLANS.get(number);
      int hoursAgo = 20 + 10 * number;
      tell(() -> activity(story, plan, community, hoursAgo, draw));
    }
    tell(() -> new Kiosks(api, begunAt).stand());
    if (cooks.size() == COOKS) {
      var deals = new Dealings(api, begunAt);
      tell(() -> deals.neighbours(cooks.get(0), cooks.get(1)));
      tell(() -> deals.family(cooks.get(2), cooks.get(3)));
      tell(() -> deals.orders(cooks.get(4), cooks.get(5), repair));
      tell(() -> deals.household(soap));
      tell(() -> deals.elsewhere(cooks.get(6)));
    }
  }

  private interface Story {
    void tell() throws IOException, InterruptedException, Refused;
  }

  private static void tell(Story story) throws IOException, InterruptedException {
    try {
      story.tell();
    } catch (Refused theRest) {
      // counted by the Api with all refusals
    }
  }

  /** Thirty-two cook lunch for a hundred and forty-five elders. */
  private void kitchen(List<Member> cooks, Draw draw)
      throws IOException, InterruptedException, Refused {
    var story = new BankStory(api, begunAt, "kitchen");
    String team = story.made(CLERK, "/teams", "division", HOME, "name", "壹家厨坊", "kind", "kitchen");
    for (int number = 1; number <= COOKS; number++) {
      Member cook = story.member(HOME, "厨坊志愿者" + number, "person");
      story.post(cook.user(), "/teams/" + team + "/join", "account", cook.account());
      cooks.add(cook);
    }
    story.post(
        CLERK,
        "/teams/" + team + "/shifts",
        "title",
        "老人午餐",
        "service",
        "lunch",
        "firstStartsAt",
        story.ago(185).toString(),
        "minutes",
        240,
        "everyDays",
        1,
        "count",
        3,
        "places",
        COOKS);
    String first = story.earliest(CLERK, "/shifts?team=" + team, "startsAt");
    for (Member cook : cooks) {
      serve(story, CLERK, first, cook, 180, draw.between(60, 171));
    }
    story.post(CLERK, "/activities/" + first + "/heads", "heads", ELDERS);
  }

  private static void activity(
      BankStory story, Plan plan, String community, int hoursAgo, Draw draw)
      throws IOException, InterruptedException, Refused {
    String clerk = "community-clerk@" + community;
    int begins = hoursAgo * 60;
    String activity =
        story.made(
            clerk,
            "/activities",
            "division",
            community,
            "title",
            plan.title(),
            "service",
            plan.service(),
            "startsAt",
            story.ago(begins).toString(),
            "endsAt",
            story.ago(OPEN_MINUTES).toString(),
            "places",
            HELPERS + 5);
    for (int number = 1; number <= HELPERS; number++) {
      Member helper = story.member(community, plan.service() + "-" + number, "person");
      serve(story, clerk, activity, helper, begins - 5, draw.between(40, 150));
    }
  }

  /** Signed up, came and went as the clerk wrote down, was confirmed. */
  private static void serve(
      BankStory story, String clerk, String activity, Member who, int cameAgo, int minutes)
      throws IOException, InterruptedException, Refused {
    String path = "/activities/" + activity;
    String account = who.account();
    story.post(who.user(), path + "/sign-up", "account", account);
    seen(story, clerk, path + "/check-in", account, cameAgo);
    seen(story, clerk, path + "/check-out", account, cameAgo - minutes);
    story.post(clerk, path + "/confirm", "account", account, "minutes", minutes);
  }

  private static void seen(BankStory story, String clerk, String path, String account, int ago)
      throws IOException, InterruptedException, Refused {
    story.post(clerk, path, "account", account, "at", story.ago(ago).toString(), "evidence", "签到表");
  }
}
