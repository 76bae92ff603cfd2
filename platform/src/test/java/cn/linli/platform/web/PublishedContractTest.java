package cn.linli.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a route table says is what is published. */
class PublishedContractTest {

  @Test
  void every_line_is_in_the_openapi_document_with_its_schemas_and_all_problem_codes() {
    try (var server = new ParcelServer()) {
      var reply = server.get("/v3/api-docs").send();

      assertThat(reply.status()).isEqualTo(200);
      JsonNode api = reply.json();
      assertThat(api.path("openapi").asString()).startsWith("3.1");
      JsonNode send = api.at("/paths/~1api~1v1~1parcels/post");
      assertThat(send.path("summary").asString()).isEqualTo("Sends a parcel.");
      assertThat(send.path("description").asString()).contains("resident", "grid-worker");
      assertThat(send.at("/responses/201/content/application~1json/schema/$ref").asString())
          .endsWith("ParcelService.ParcelReply");
      JsonNode body = api.at("/components/schemas/ParcelService.Send");
      assertThat(body.at("/properties/size/enum").toString())
          .isEqualTo("[\"small\",\"large\",\"very-large\"]");
      assertThat(body.at("/properties/division/type").asString()).isEqualTo("string");
      assertThat(body.at("/properties/items/maxItems").asInt()).isEqualTo(3);
      assertThat(body.path("required").toString()).contains("division", "size", "items");
      JsonNode open = api.at("/paths/~1api~1v1~1parcels~1{id}~1open/post");
      assertThat(open.path("parameters").toString()).contains("Idempotency-Key", "If-Match");
      assertThat(open.has("requestBody")).isFalse();
      assertThat(api.at("/components/schemas/Problem/properties/code/enum").toString())
          .contains("out-of-scope", "already-open", "outcome-unknown");
    }
  }
}
