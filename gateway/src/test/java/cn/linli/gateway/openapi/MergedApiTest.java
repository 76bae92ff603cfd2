package cn.linli.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.gateway.routing.ServiceCalls.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MergedApiTest {

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  @Test
  void paths_and_schemas_of_all_services_come_together() {
    var gateway =
        json(
            "{'openapi':'3.1.0','info':{'title':'Linli'},'paths':{'/a':{'get':{}}},'components':{'schemas':{'A':{}}}}");
    var petition =
        json(
            "{'openapi':'3.1.0','paths':{'/a':{'post':{}},'/b':{}},'components':{'schemas':{'B':{}},'securitySchemes':{'bearer':{}}}}");

    var merged =
        MergedApi.of(
            List.of(
                new Answer("gateway", "ok", gateway),
                new Answer("petition", "ok", petition),
                new Answer("mediation", "unavailable", null)));

    assertThat(merged)
        .isEqualTo(
            json(
                "{'openapi':'3.1.0','info':{'title':'Linli'},"
                    + "'paths':{'/a':{'get':{},'post':{}},'/b':{}},"
                    + "'components':{'schemas':{'A':{},'B':{}},'securitySchemes':{'bearer':{}}},"
                    + "'x-missing-services':['mediation']}"));
  }

  @Test
  void one_name_for_two_things_is_told_apart_by_the_service() {
    var petition =
        json("{'paths':{},'components':{'schemas':{'Step':{'type':'object'},'Same':{}}}}");
    var mediation =
        json(
            "{'paths':{'/d':{'schema':{'$ref':'#/components/schemas/Step'}},"
                + "'/s':{'schema':{'$ref':'#/components/schemas/Same'}}},"
                + "'components':{'schemas':{'Step':{'type':'string'},'Same':{}}}}");

    var merged =
        MergedApi.of(
            List.of(
                new Answer("petition", "ok", petition), new Answer("mediation", "ok", mediation)));

    assertThat(merged.at("/paths/~1d/schema/$ref").asString())
        .isEqualTo("#/components/schemas/mediation.Step");
    assertThat(merged.at("/paths/~1s/schema/$ref").asString())
        .isEqualTo("#/components/schemas/Same");
    assertThat(merged.at("/components/schemas"))
        .isEqualTo(json("{'Step':{'type':'object'},'Same':{},'mediation.Step':{'type':'string'}}"));
  }
}
