package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a renovation left undone, handed over defect by defect (reports R2, R3). */
class LookBackScenario {

  private static final String LONGCHANG = "620721100001";
  private static final String DINGZIKOU = "520627002001";

  @Test
  @Mechanism("R3-06")
  void defects_of_the_renovation_are_handed_over_and_none_closes_unverified() {
    var received = Figures.of("petitions.received", LONGCHANG, "620721100");
    var clerk = as("community-clerk@" + LONGCHANG);
    var batch =
        clerk
            .key("look-back-" + LONGCHANG)
            .post(
                "/petitions/batches",
                json(
                    "project", "危房改造回头看",
                    "division", LONGCHANG,
                    "reinspectAt", "2030-03-01T09:00:00+08:00",
                    "category", "sanitation",
                    "organisation", "housing-bureau",
                    "items",
                        List.of(
                            json("title", "保温层断裂"),
                            json("title", "窗户及防盗门裂缝"),
                            json("title", "楼顶渗水"),
                            json("title", "下水管道堵塞", "organisation", "water-company"))))
            .created()
            .has("counts.items", 4, "counts.open", 4)
            .has("items[0].handler.organisation", "housing-bureau")
            .has("items[3].handler.organisation", "water-company");
    received.grewBy(4);

    var builder = as("department-officer@620721/housing-bureau");
    var ids = batch.at("items").findValuesAsString("id");
    var roof = "/petitions/" + ids.get(2);
    builder.post(roof + "/resolve", json("result", "已修补", "outcome", "solved")).ok();
    clerk.post(roof + "/close").refused("unverified");
    builder.post(roof + "/reinspect", json("passed", true, "note", "好")).problem(403, "wrong-role");
    clerk
        .post(
            roof + "/reinspect",
            json("passed", false, "note", "雨后仍渗水", "reinspectAt", "2030-04-01T09:00:00+08:00"))
        .ok()
        .has("round", 2, "handler.organisation", "housing-bureau");
    builder.post(roof + "/resolve", json("result", "重做防水", "outcome", "solved")).ok();
    clerk.post(roof + "/reinspect", json("passed", true, "note", "不再渗水")).ok();
    clerk.post(roof + "/close").ok().has("status", "closed");

    clerk
        .get("/petitions/batches/" + batch.id())
        .ok()
        .has("counts.closed", 1, "counts.verified", 1, "counts.open", 3)
        .has("items[2].status", "closed", "items[2].round", 2);
    assertThat(builder.get("/petitions/batches/" + batch.id()).ok().at("items").size())
        .isEqualTo(3);
  }

  @Test
  @Mechanism("R2-14")
  void renewal_of_old_estates_lanes_and_doors_is_a_project_with_its_list() {
    var street = as("street-officer@520627002");
    var works =
        List.of("老旧小区外墙", "背街小巷路灯", "单元门禁", "防盗设施").stream()
            .map(title -> (Map<String, Object>) json("title", title, "division", DINGZIKOU))
            .toList();
    var batch =
        street
            .post(
                "/petitions/batches",
                json(
                    "project", "老旧小区改造与背街小巷美化亮化",
                    "division", "520627002",
                    "reinspectAt", "2030-06-01T09:00:00+08:00",
                    "category", "sanitation",
                    "items", works))
            .created();
    assertThat(batch.at("items").findValuesAsString("caption")).contains("背街小巷路灯", "单元门禁");
    var first = "/petitions/" + batch.text("items[0].id");
    as("community-clerk@" + DINGZIKOU)
        .get(first)
        .ok()
        .has("channel", "proactive", "batch.batch", batch.id(), "batch.verified", false);
  }
}
