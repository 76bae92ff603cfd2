package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A formal petition goes its way through the organs of the act to its end. Source: 信访工作条例. */
class FormalPetitionScenario {

  private static final String STREET = "520627002";

  private final Person resident = as("resident@" + STREET + "/formal-petitioner");
  private final Person street = as("street-officer@" + STREET);
  private final Person district = as("district-officer@520627");
  private final Person city = as("city-officer@5206");

  @Test
  void from_a_letter_to_the_end_of_all_reviews() {
    var received = Figures.of("petitions.received", STREET, "520627", "5206");
    var resolved = Figures.of("petitions.resolved", STREET, "520627", "5206");
    var closed = Figures.of("petitions.closed", STREET, "520627", "5206");
    var upward = share("petitions.levelShare.upward");
    var id =
        resident
            .post("/petitions", request("land", STREET, "regime", "formal", "channel", "letter"))
            .created()
            .has("status", "registered", "level", "street")
            .id();
    var path = "/petitions/" + id;

    street.post(path + "/notice", json("kind", "receipt", "way", "post")).ok();
    street.post(path + "/accept").ok().has("status", "handling");
    var opinion = street.post(path + "/opinion", opinion()).ok().has("status", "resolved");
    var pdf = resident.get(path + "/opinion.pdf").ok();
    assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(new String(pdf.bytes(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(opinion.text("formal.opinion.document"))
        .isEqualTo("/api/v1" + path + "/opinion.pdf");
    served(street, path);

    askAndDecide("review", district, path).has("status", "resolved");
    served(district, path);
    askAndDecide("re-review", city, path).has("status", "terminated");

    resident
        .post("/petitions", request("land", STREET, "regime", "formal", "previousMatter", id))
        .refused("terminated")
        .has("details.id", id);
    resident
        .post("/petitions", request("land", STREET, "previousMatter", id))
        .refused("terminated");

    received.grewBy(1);
    resolved.grewBy(1);
    closed.grewBy(1);
    assertThat(share("petitions.levelShare.upward"))
        .as("formal petitions are in no share of levels")
        .isEqualTo(upward);
  }

  private static Map<String, Object> opinion() {
    return json(
        "claims", "请求补发征地补偿款",
        "facts", "经查,补偿款已于2019年3月足额发放,有签收凭证为证",
        "opinion", "请求缺乏事实根据,不予支持",
        "basis", "《中华人民共和国土地管理法》第四十八条",
        "result", "not-supported");
  }

  private static void served(Person author, String path) {
    author
        .post(
            path + "/notice",
            json("kind", "answer", "way", "in-person", "receivedAt", Instant.now().toString()))
        .ok();
  }

  private Reply askAndDecide(String stage, Person body, String path) {
    resident
        .post(path + "/review-request", json("stage", stage))
        .ok()
        .has("status", "under-review");
    return body.post(path + "/review/decide", json("result", "upheld")).ok();
  }

  private static Map<String, Long> share(String code) {
    var figure = Figures.figure(code, STREET);
    return Map.of(
        "numerator", figure.path("numerator").asLong(),
        "denominator", figure.path("denominator").asLong());
  }
}
