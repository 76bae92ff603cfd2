package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Plants what people say wherever they can say it in a dispute, and looks at what others read. */
final class DisputeCanary {

  private DisputeCanary() {}

  /** The dispute's id. Nothing of {@code sentence}, {@code name} and {@code phone} may be found. */
  static String plant(String grid, String name, String phone, String sentence) {
    var community = grid.substring(0, 12);
    var filer = as("resident@" + community + "/canary-applicant");
    var other = as("resident@" + community + "/canary-respondent");
    var mediator = as("mediator@" + community + "/canary");
    var justice = as("justice-officer@" + community.substring(0, 6));
    var filed =
        filer
            .post(
                "/disputes",
                json(
                    "division",
                    grid,
                    "kind",
                    "neighbours",
                    "title",
                    sentence,
                    "facts",
                    sentence,
                    "source",
                    "self",
                    "parties",
                    List.of(
                        json(
                            "name", name,
                            "role", "applicant",
                            "phone", phone,
                            "representative", name),
                        json("name", "李二", "role", "respondent")),
                    "claims",
                    List.of(json("by", "p1", "against", List.of("p2"), "content", sentence))))
            .created();
    var path = "/disputes/" + filed.id();
    mediator.post(path + "/accept").ok();
    var code = mediator.post(path + "/parties/p2/code").ok().text("code");
    other.post(path + "/join", json("code", code)).ok();
    other.post(path + "/consent", json("given", true)).ok();
    mediator
        .post(path + "/session", json("at", "2030-01-07T09:00:00+08:00", "venue", sentence))
        .ok();
    mediator
        .post(
            path + "/session/1/reschedule",
            json("at", "2030-01-08T09:00:00+08:00", "reason", sentence))
        .ok();
    filer.post(path + "/helpers", json("name", name, "relation", "relative")).ok();
    mediator.post(path + "/caucus", json("party", "p1", "note", sentence)).ok();
    filer.post(path + "/offers", json("content", sentence)).ok();
    mediator.post(path + "/undisputed-facts", json("content", sentence)).ok();
    mediator
        .post(
            path + "/session/1/record",
            json(
                "attendance", List.of(json("who", "p1"), json("who", "p2")),
                "course", sentence,
                "result", sentence))
        .ok();
    mediator
        .post(
            path + "/claims/c1/assess",
            json(
                "supported",
                "no",
                "reason",
                sentence,
                "plan",
                json("what", sentence, "by", name, "at", "2030-01-10T09:00:00+08:00")))
        .ok();
    mediator.post(path + "/claims/c1/explained", json("note", sentence)).ok();
    mediator.post(path + "/danger", json("signs", List.of("threat"), "note", sentence)).ok();
    mediator.post(path + "/police-report", json("body", "canary-station", "note", sentence)).ok();
    mediator.post(path + "/extend", json("until", "2030-01-10T09:00:00+08:00", "reason", sentence));

    // the talk with one side: that side and its mediator alone, the phone nobody
    assertThat(filer.get(path).ok().text("hearings.caucuses[0].note")).isEqualTo(sentence);
    assertThat(other.get(path).ok().at("hearings.caucuses").size()).isZero();
    for (var reader : List.of(filer, other, mediator, justice)) {
      assertThat(reader.get(path).ok().text("parties[0].phone")).isEqualTo("139****0987");
      assertThat(reader.get("/disputes").ok().toString()).doesNotContain(name, phone);
    }
    for (var outsider : List.of(other, justice)) {
      assertThat(outsider.get(path + "/history").ok().toString()).doesNotContain("caucus");
    }
    var failed = mediator.post(path + "/fail", json("reason", sentence)).ok();
    failed.has("endCode", "no-agreement", "endNotice.note", sentence);
    return filed.id();
  }
}
