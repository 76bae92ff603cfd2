package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The red hall: one place to tell, to deliberate and to mediate (report R2, Huahuaqiao). */
class DeliberationHallScenario {

  private static final String HUAHUAQIAO = "520627002002";
  private static final String HALL = "红色议事厅";

  private final Person clerk = as("community-clerk@" + HUAHUAQIAO);
  private final Person mediator = as("mediator@" + HUAHUAQIAO + "/tian");
  private final Person resident = as("resident@" + HUAHUAQIAO + "/qin-hua");

  @Test
  @Mechanism("R2-21")
  void what_the_hall_can_not_resolve_is_mediated_there_and_neighbours_may_listen() {
    var petition =
        "/petitions/"
            + clerk
                .post("/petitions", request("neighbour-dispute", HUAHUAQIAO, "newFacts", true))
                .created()
                .id();
    clerk
        .post(
            petition + "/deliberate",
            json("venue", HALL, "meetingAt", "2030-01-07T19:00:00+08:00", "topic", "宅基地滴水"))
        .ok()
        .has("deliberation.venue", HALL);

    var dispute = "/disputes/" + resident.post("/disputes", quarrel()).created().id();
    mediator.post(dispute + "/accept").ok();
    mediator
        .post(
            dispute + "/consent",
            json("given", true, "party", "p2", "recordedOnBehalf", json("evidence", "当面同意")))
        .ok()
        .has("status", "mediating");
    mediator
        .post(
            dispute + "/session",
            json("at", "2030-01-08T19:00:00+08:00", "venue", HALL, "open", true))
        .ok();
    mediator
        .post(
            dispute + "/session/1/record",
            json(
                "attendance",
                List.of(json("who", "p1"), json("who", "p2")),
                "course",
                "宣讲民法典相邻关系",
                "result",
                "双方同意改檐沟",
                "listeners",
                12))
        .ok()
        .has("hearings.sessions[0].venue", HALL, "hearings.sessions[0].open", true)
        .has("hearings.sessions[0].record.listeners", 12);
    var read = resident.get(dispute).ok().has("hearings.sessions[0].venue", HALL);
    assertThat(read.text("hearings.sessions[0].record.result")).isEqualTo("双方同意改檐沟");
  }

  @Test
  @Mechanism("R2-18")
  void disputes_and_hazards_of_the_year_count_on_every_tier() {
    String[] tiers = {HUAHUAQIAO, "520627002", "520627", "5206"};
    var registered = Figures.of("disputes.registered", tiers);
    var concluded = Figures.of("disputes.concluded", tiers);
    var received = Figures.of("petitions.received", tiers);

    resident.post("/disputes", quarrel()).created();
    var dispute = "/disputes/" + resident.post("/disputes", quarrel()).created().id();
    mediator.post(dispute + "/accept").ok();
    mediator
        .post(
            dispute + "/consent",
            json("given", true, "party", "p2", "recordedOnBehalf", json("evidence", "当面同意")))
        .ok();
    mediator.post(dispute + "/fail", json("reason", "no-agreement")).ok();
    clerk
        .post(
            "/petitions",
            request("falling-objects", HUAHUAQIAO, "kind", "hazard", "channel", "grid-patrol"))
        .created();

    registered.grewBy(2);
    concluded.grewBy(1);
    received.grewBy(1);
  }

  private static Map<String, Object> quarrel() {
    return json(
        "division", HUAHUAQIAO,
        "kind", "neighbours",
        "title", "屋檐滴水",
        "facts", "两家屋檐相接,雨水滴入邻家院内。",
        "source", "self",
        "parties",
            List.of(
                json("name", "秦花", "role", "applicant"), json("name", "田贵", "role", "respondent")),
        "claims", List.of(json("by", "p1", "against", List.of("p2"), "content", "改建檐沟")));
  }
}
