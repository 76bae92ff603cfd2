package cn.linli.acceptance;

import static cn.linli.acceptance.Disputes.consent;
import static cn.linli.acceptance.Disputes.neighbours;
import static cn.linli.acceptance.Disputes.owners;
import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What mediation does not settle goes on elsewhere, with papers that others can check (R5). */
class PathwayScenario {

  private static final String COMMUNITY = "370602003006";
  private static final Map<String, Object> WISH = json("evidence", "当事人书面申请");

  private final Person mediator = as("mediator@" + COMMUNITY + "/mediator");

  @TempDir Path folder;

  private String mediating(String filer, Map<String, Object> filing, int parties) {
    var path =
        "/disputes/"
            + as("resident@" + COMMUNITY + "/" + filer).post("/disputes", filing).created().id();
    mediator.post(path + "/accept").ok();
    for (int party = 2; party <= parties; party++) {
      mediator.post(path + "/consent", consent("p" + party, true)).ok();
    }
    mediator.get(path).ok().has("status", "mediating");
    return path;
  }

  private static Map<String, Object> to(String pathway, String... claims) {
    return json("pathway", pathway, "claims", List.of(claims), "recordedOnBehalf", WISH);
  }

  @Test
  @Mechanism("R5-19")
  void the_catalogue_names_the_body_responsible_on_each_pathway() {
    var catalogue = mediator.get("/disputes/pathways?kind=tenancy").ok();
    assertThat(catalogue.at("items").findValuesAsString("pathway"))
        .contains(
            "settlement",
            "mediation",
            "arbitration",
            "notary",
            "adjudication",
            "reconsideration",
            "litigation");
    for (var each : catalogue.at("items")) {
      assertThat(each.at("/bodies/0/code").asString()).isNotBlank();
      assertThat(each.at("/basis").asString()).isNotBlank();
    }
    catalogue.has("items[4].refusal", "not-for-adjudication");

    var path = mediating("pathway-1", neighbours(COMMUNITY), 2);
    mediator.post(path + "/hand-over", to("reconsideration", "c1")).refused("not-reviewable");
    mediator.post(path + "/hand-over", to("notary", "c1")).refused("claim-not-settled");
    mediator.post(path + "/hand-over", to("government", "c1")).ok();
    mediator
        .get(path + "/hand-over")
        .ok()
        .has("items[0].pathway", "government", "items[0].body", "street-government");
  }

  @Test
  @Mechanism("R5-23")
  void six_of_eighteen_claims_go_to_court_with_a_bundle_and_the_others_stay()
      throws IOException, InterruptedException {
    var path = mediating("pathway-2", owners(COMMUNITY, 18), 19);
    var six = to("litigation", "c1", "c2", "c3", "c4", "c5", "c6");
    mediator.key("six-to-court").post(path + "/hand-over", six).ok().has("status", "mediating");
    mediator.key("six-to-court").post(path + "/hand-over", six).ok();
    mediator.post(path + "/hand-over", six).refused("already-handed-over");
    var listed = mediator.get(path + "/hand-over").ok();
    assertThat(listed.at("items").size()).isEqualTo(1);
    mediator.get(path).ok().has("claims[5].status", "handed-over", "claims[6].status", "open");

    var bundle = mediator.get(path + "/hand-over/h1/bundle.zip").ok();
    assertThat(mediator.get(path + "/hand-over/h1/bundle.zip").ok().bytes())
        .isEqualTo(bundle.bytes());
    var key = mediator.get("/disputes/signing-keys").ok().text("keys[0].pem");
    assertThat(Archives.verdict(folder, bundle.bytes(), key)).isZero();
    assertThat(Archives.verdict(folder, mediator.get(path + "/archive.zip").ok().bytes(), key))
        .isZero();

    var receipt = path + "/hand-over/h1/receipt";
    mediator.post(receipt, json("state", "received")).refused("receipt-out-of-order");
    mediator.post(receipt, json("state", "sent")).ok();
    mediator
        .post(
            receipt,
            json("state", "received", "manifestSha256", listed.text("items[0].manifestSha256")))
        .ok();
    mediator.post(receipt, json("state", "accepted")).ok();
    mediator.get(path + "/hand-over").ok().has("items[0].state", "accepted");
  }
}
