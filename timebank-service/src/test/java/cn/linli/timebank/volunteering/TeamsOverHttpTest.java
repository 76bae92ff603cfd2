package cn.linli.timebank.volunteering;

import static cn.linli.timebank.Server.COMMUNITY;
import static cn.linli.timebank.volunteering.Acts.CLERK;
import static cn.linli.timebank.volunteering.Acts.ago;
import static cn.linli.timebank.volunteering.Acts.resident;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.timebank.Server;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Teams with shifts, units with head-counts, projects on the board. */
class TeamsOverHttpTest {

  private static final String UNIT = "department-officer@" + COMMUNITY + "/tax-bureau";

  private static Server server;
  private static Acts acts;

  @BeforeAll
  static void start() {
    server = new Server("bank-teams");
    acts = new Acts(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_kitchen_cooks_daily_and_counts_who_ate() {
    String cook = acts.account("cook");
    String other = acts.account("other");
    String team =
        "/teams/"
            + acts.post(
                    CLERK,
                    "/teams",
                    "division",
                    COMMUNITY,
                    "name",
                    "壹家厨坊",
                    "kind",
                    "kitchen",
                    "lead",
                    cook)
                .created()
                .has("members", 1)
                .id();
    acts.post(resident("other"), team + "/join", "account", cook).problem(403, "not-yourself");
    acts.get(resident("other"), team).ok().has("name", "壹家厨坊", "roster", "");
    var plan =
        new Object[] {
          "title",
          "午餐",
          "service",
          "lunch",
          "firstStartsAt",
          ago(180).toString(),
          "minutes",
          200,
          "everyDays",
          1,
          "count",
          7,
          "places",
          6
        };
    acts.post(resident("other"), team + "/shifts", plan).refused("not-the-lead");
    acts.post(resident("cook"), team + "/shifts", plan).ok().has("shifts", 7);
    var shifts =
        acts.get(resident("other"), "/shifts?team=" + team.substring("/teams/".length())).ok();
    assertThat(shifts.at("items").size()).isEqualTo(7);
    String today =
        shifts
            .at("items")
            .valueStream()
            .filter(it -> it.path("startsAt").asString().compareTo(ago(0).toString()) < 0)
            .map(it -> "/activities/" + it.path("id").asString())
            .findFirst()
            .orElseThrow();
    acts.post(resident("other"), today + "/sign-up", "account", other).refused("not-a-member");
    acts.post(resident("other"), team + "/join", "account", other).ok().has("members", 2);
    acts.served(today, "other", other, 175, 120);
    acts.post(resident("cook"), today + "/heads", "heads", 145).ok().has("heads", 145);
    acts.post(resident("cook"), today + "/confirm", "account", other, "minutes", 120).ok();
    assertThat(acts.minutes("other", other)).isEqualTo(120);
    acts.post(resident("other"), team + "/leave", "account", other).ok().has("members", 1);
    acts.post(resident("other"), team + "/disband").refused("not-the-lead");
    acts.post(CLERK, team + "/disband").ok().has("open", false);
    acts.post(CLERK, "/teams", "division", COMMUNITY, "name", "x", "kind", "army")
        .refused("unknown-team-kind");
  }

  @Test
  void a_unit_checks_in_with_a_head_count_and_never_a_roster() {
    String activity = acts.published("cleaning").created().id();
    acts.post(
            UNIT,
            "/units",
            "division",
            COMMUNITY,
            "name",
            "区税务局",
            "kind",
            "agency",
            "heads",
            42,
            "members",
            List.of("张三"))
        .problem(400, "invalid-fields");
    String unit =
        "/units/"
            + acts.post(
                    UNIT,
                    "/units",
                    "division",
                    COMMUNITY,
                    "name",
                    "区税务局",
                    "kind",
                    "agency",
                    "heads",
                    42)
                .created()
                .has("name", "区税务局", "heads", 42)
                .id();
    String stranger = "department-officer@" + COMMUNITY + "/heating-company";
    acts.post(stranger, unit + "/heads", "heads", 1).problem(403, "out-of-scope");
    acts.post(UNIT, unit + "/claim", "activity", activity, "heads", 43)
        .refused("more-than-registered");
    acts.post(UNIT, unit + "/claim", "activity", activity, "heads", 8)
        .ok()
        .has("tasks[0].heads", 8);
    acts.post(UNIT, unit + "/claim", "activity", activity, "heads", 8).refused("already-claimed");
    acts.post(
            UNIT,
            unit + "/resources",
            "kind",
            "venue",
            "quantity",
            1,
            "from",
            "2026-12-01",
            "until",
            "2027-05-31")
        .ok()
        .has("resources[0].number", 1, "resources[0].kind", "venue");
    acts.post(UNIT, unit + "/resources/withdraw", "number", 1).ok();
    acts.post(UNIT, unit + "/heads", "heads", 40).ok().has("heads", 40);
    assertThat(acts.get(CLERK, "/units").ok().at("items").size()).isEqualTo(1);
    acts.post(UNIT, unit + "/leave").ok().has("here", false);
    acts.post(UNIT, unit + "/heads", "heads", 41).refused("unit-left");
  }

  @Test
  void a_project_is_claimed_reported_on_and_closed_by_the_house() {
    String wang = acts.account("wang");
    String lead = "building-lead@" + COMMUNITY;
    String path =
        "/projects/"
            + acts.post(
                    lead,
                    "/projects",
                    "division",
                    COMMUNITY,
                    "title",
                    "楼道堆物清理",
                    "words",
                    "三号楼二单元",
                    "service",
                    "corridor-cleaning",
                    "petition",
                    "0000000000000000000000000p")
                .created()
                .has("status", "open", "title", "楼道堆物清理")
                .id();
    acts.get(CLERK, "/projects?open=true").ok().has("items[0].id", path.substring(10));
    acts.post(resident("li"), path + "/claim", "kind", "account", "claimant", wang)
        .problem(403, "not-yourself");
    acts.post(resident("wang"), path + "/progress", "percent", 10, "words", "x")
        .refused("not-claimed");
    acts.post(resident("wang"), path + "/claim", "kind", "account", "claimant", wang)
        .ok()
        .has("status", "claimed", "claimedBy.id", wang);
    acts.post(resident("wang"), path + "/release").ok().has("status", "open");
    acts.post(resident("wang"), path + "/claim", "kind", "account", "claimant", wang).ok();
    acts.post(resident("wang"), path + "/progress", "percent", 60, "words", "已清一半")
        .ok()
        .has("percent", 60, "steps[0].words", "已清一半");
    acts.post(resident("wang"), path + "/close", "outcome", "done", "words", "x")
        .problem(403, "wrong-role");
    acts.post(CLERK, path + "/close", "outcome", "done", "words", "已验收")
        .ok()
        .has("status", "closed", "percent", 100, "outcome", "done");
    acts.post(resident("wang"), path + "/progress", "percent", 1, "words", "x")
        .refused("project-closed");
    assertThat(server.journal("j:" + path.substring(10)).toString()).doesNotContain("楼道堆物", "已清一半");
  }
}
