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
    var petition = json.readTree("{\"items\":[{\"at\":\"2026-01-01\"},{\"at\":\"2026-01-03\"}]}");
    var mediation = json.readTree("{\"items\":[{\"at\":\"2026-01-02\"},{\"note\":\"no date\"}]}");

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
            "2026-01-01 petition", "2026-01-02 mediation", "2026-01-03 petition", " mediation");
    assertThat(gathered.parts()).contains(new Gathered.Part("timebank", "unavailable")).hasSize(3);
  }
}
