package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Volunteering.ago;
import static cn.linli.acceptance.Volunteering.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many people a community moves by its activities (report R5), step by step on every tier. */
class MobilisationScenario {

  private static final String COMMUNITY = "370611104203";
  private static final String[] TIERS = {COMMUNITY, "370611104", "370611", "3706"};

  @Test
  @Mechanism("R5-12")
  void from_published_to_confirmed_every_tier_sees_the_funnel() {
    var place = new Volunteering(COMMUNITY);
    var community = funnel(COMMUNITY);

    var fair = place.published(place.clerk(), "culture", "邻里节");
    place.published(place.clerk(), "greenery", "植树");
    var called = place.published(place.clerk(), "culture", "露天电影");
    post(place.clerk(), called + "/cancel", "code", "rain").ok();
    var came = place.account("mobilised-1");
    place.gave(fair, "mobilised-1", came, 40);
    var backAgain = place.account("mobilised-2");
    post(place.resident("mobilised-2"), fair + "/sign-up", "account", backAgain).ok();
    place.attended(fair, backAgain, 90);
    post(
            place.clerk(),
            fair + "/check-in",
            "account",
            backAgain,
            "at",
            ago(4).toString(),
            "evidence",
            "纸质签到表")
        .ok();
    var missed = place.account("mobilised-3");
    post(place.resident("mobilised-3"), fair + "/sign-up", "account", missed).ok();
    post(place.clerk(), fair + "/no-show", "account", missed).ok();
    var withdrew = place.account("mobilised-4");
    post(place.resident("mobilised-4"), fair + "/sign-up", "account", withdrew).ok();
    post(place.resident("mobilised-4"), fair + "/withdraw", "account", withdrew).ok();

    var expected =
        Map.of(
            "published", 3L,
            "places", 60L,
            "cancelled", 1L,
            "signedUp", 3L,
            "checkedIn", 2L,
            "confirmed", 1L,
            "noShows", 1L);
    expected.forEach((step, times) -> community.get(step).grewBy(times));
    for (String tier : TIERS) {
      var figures = as("city-officer@3706").get("/views/" + tier).ok().body().path("figures");
      expected.forEach((step, times) ->
          assertThat(figures.path("bank.activities." + step).path("value").asLong())
              .as("%s in %s", step, tier)
              .isGreaterThanOrEqualTo(times));
    }
    var services =
        as("city-officer@3706")
            .get("/views/" + COMMUNITY + "/breakdown?by=service&figures=bank.activities.published")
            .ok();
    assertThat(services.toString()).contains("culture", "greenery");
  }

  private static Map<String, Figures> funnel(String place) {
    var figures = new LinkedHashMap<String, Figures>();
    for (String step :
        new String[] {
          "published", "places", "cancelled", "signedUp", "checkedIn", "confirmed", "noShows"
        }) {
      figures.put(step, Figures.of("bank.activities." + step, place));
    }
    return figures;
  }
}
