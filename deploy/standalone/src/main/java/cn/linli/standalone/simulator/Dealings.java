package cn.linli.standalone.simulator;

import cn.linli.standalone.simulator.BankStory.Member;
import cn.linli.standalone.simulator.BankStory.Refused;
import java.io.IOException;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people of the demo community do with the minutes and points they have. */
final class Dealings {

  private static final String HOME = DemoCity.REFERENCE_COMMUNITY;
  private static final String CLERK = "bank-clerk@" + HOME;

  /** The next community of the same street: both honour each other's minutes. */
  private static final String NEXT = "370602003008";

  private static final int PAIR_MINUTES = 600;
  private static final int FUND_MINUTES = 6_000;
  private static final int COUNCIL = 3;

  private final Api api;
  private final Instant begunAt;

  Dealings(Api api, Instant begunAt) {
    this.api = api;
    this.begunAt = begunAt;
  }

  private BankStory story(String name) {
    return new BankStory(api, begunAt, name);
  }

  /** The street funds the pool; an elder in need gets some of it and pays a neighbour. */
  void neighbours(Member giver, Member elder) throws IOException, InterruptedException, Refused {
    var story = story("neighbours");
    story.post(
        "street-officer@" + HOME.substring(0, 9),
        "/accounts/pool-" + HOME + "/grants",
        "unit",
        "minutes",
        "amount",
        FUND_MINUTES,
        "evidence",
        "街道公益资金");
    story.post(
        CLERK,
        "/accounts/" + elder.account() + "/grants",
        "unit",
        "minutes",
        "amount",
        120,
        "evidence",
        "独居老人");
    String need =
        story.made(
            elder.user(),
            "/needs",
            "account",
            elder.account(),
            "service",
            "outing",
            "minutes",
            60,
            "until",
            story.ago(-10_000).toString(),
            "words",
            "请人陪同去医院复查");
    story.post("community-clerk@" + HOME, "/needs/" + need + "/audit");
    String match =
        "/matches/"
            + story.made(giver.user(), "/matches", "need", need, "provider", giver.account());
    story.post(elder.user(), match + "/agree");
    story.post(
        giver.user(),
        match + "/deliver",
        "began",
        story.ago(300).toString(),
        "ended",
        story.ago(250).toString());
    story.post(elder.user(), match + "/confirm", "minutes", 50);
  }

  /** From a daughter to her mother, and something for everybody. */
  void family(Member daughter, Member mother) throws IOException, InterruptedException, Refused {
    var story = story("family");
    story.post(
        CLERK,
        "/accounts/" + daughter.account() + "/relations",
        "account",
        mother.account(),
        "kind",
        "lineal",
        "evidence",
        "户口簿");
    story.post(
        daughter.user(),
        "/transfers",
        "from",
        daughter.account(),
        "to",
        mother.account(),
        "unit",
        "minutes",
        "amount",
        30);
    story.post(
        mother.user(),
        "/transfers",
        "from",
        mother.account(),
        "to",
        "pool-" + HOME,
        "unit",
        "minutes",
        "amount",
        15);
  }

  /** One repair is done by a volunteer, one is called off, one is still to come. */
  void orders(Member who, Member helper, String repair)
      throws IOException, InterruptedException, Refused {
    var story = story("orders");
    String done = order(story, who, repair);
    story.post(
        CLERK,
        "/orders/" + done + "/fulfil",
        "deliveredBy",
        helper.account(),
        "startedAt",
        story.ago(300).toString(),
        "endedAt",
        story.ago(275).toString());
    String off = order(story, helper, repair);
    story.post(helper.user(), "/orders/" + off + "/cancel");
    order(story, helper, repair);
  }

  /** A household takes goods for its points, and its good deed is voted on. */
  void household(String soap) throws IOException, InterruptedException, Refused {
    var story = story("household");
    Member home = story.member(HOME, "户", "household");
    story.post(CLERK, "/orders/" + order(story, home, soap) + "/fulfil");
    String deed =
        story.made(
            home.user(),
            "/deeds",
            "account",
            home.account(),
            "deed",
            "helping",
            "evidence",
            "帮楼上老人搬运过冬的煤。");
    for (int member = 1; member <= COUNCIL; member++) {
      story.post(
          "council-member@" + HOME + "/demo-" + member,
          "/deeds/" + deed + "/vote",
          "approve",
          true);
    }
  }

  /** Minutes of one community buy a service of the next. */
  void elsewhere(Member traveller) throws IOException, InterruptedException, Refused {
    honour(HOME);
    honour(NEXT);
    var story = story("elsewhere");
    String clerk = "bank-clerk@" + NEXT;
    String haircut =
        story.made(
            clerk,
            "/rewards",
            "division",
            NEXT,
            "title",
            "社区理发室理发",
            "kind",
            "service",
            "service",
            "help",
            "unit",
            "minutes",
            "price",
            30);
    story.post(clerk, "/orders/" + order(story, traveller, haircut) + "/fulfil");
  }

  private void honour(String community) throws IOException, InterruptedException, Refused {
    String officer = "city-officer@" + DemoCity.CITY;
    String path = "/api/v1/config/schemes?division=" + community;
    JsonNode found = api.get(officer, path).orElseThrow(() -> new Refused(path)).path("table");
    if (!(found instanceof ObjectNode table)) {
      throw new Refused(path);
    }
    table.put("clearingPairMinutes", PAIR_MINUTES);
    api.post(officer, path, Api.members(table), "demo-bank-scheme-" + community)
        .orElseThrow(() -> new Refused(path));
  }

  private static String order(BankStory story, Member who, String reward)
      throws IOException, InterruptedException, Refused {
    return story.made(
        who.user(), "/orders", "account", who.account(), "reward", reward, "quantity", 1);
  }
}
