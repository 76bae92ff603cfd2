package cn.linli.gateway.threads;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.gateway.routing.ServiceCalls.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GatheredTest {

  @Test
  void items_of_all_services_stand_in_one_order_and_say_where_they_are_from() {
    var json = JsonMapper.shared();
    var petition =
        json.readTree(
            """
            {"items":[{"at":"2026-01-01T00:00:05Z"},{"at":"2026-01-01T00:00:05.007Z"},
            {"at":"2026-01-03T08:00:00+08:00"}]}\
            """);
    var mediation =
        json.readTree(
            """
            {"items":[{"at":"2026-01-02T23:59:59.999Z"},{"note":"no date"}]}\
            """);

    var gathered =
        Gathered.of(
            List.of(
                new Answer("petition", "ok", petition),
                new Answer("mediation", "ok", mediation),
                new Answer("timebank", "unavailable", null)),
            "at");

    assertThat(gathered.items())
        .extracting(item -> item.path("at").asString("") + " " + item.path("service").asString())
        .containsExactly(
            "2026-01-01T00:00:05Z petition",
            "2026-01-01T00:00:05.007Z petition",
            "2026-01-02T23:59:59.999Z mediation",
            "2026-01-03T08:00:00+08:00 petition",
            " mediation");
    assertThat(gathered.parts()).contains(new Gathered.Part("timebank", "unavailable")).hasSize(3);
  }
}
