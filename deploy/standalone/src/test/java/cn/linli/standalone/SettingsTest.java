package cn.linli.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @Test
  void without_any_variable_everything_is_ours_and_on_loopback() {
    var settings = Settings.of(Map.of());
    assertThat(settings.address()).isEqualTo("127.0.0.1");
    assertThat(settings.gatewayUrl()).isEqualTo("http://localhost:8080");
    assertThat(settings.mongodbUri()).isEmpty();
    assertThat(settings.kafkaBrokers()).isEmpty();
    assertThat(settings.petitionTopic()).isEqualTo("linli.petition");
    assertThat(settings.mediationPort()).isEqualTo(8082);
    assertThat(settings.mediationTopic()).isEqualTo("linli.mediation");
    assertThat(settings.timebankPort()).isEqualTo(8083);
    assertThat(settings.timebankTopic()).isEqualTo("linli.timebank");
    assertThat(settings.demoCity()).isTrue();
    assertThat(settings.home()).isAbsolute().endsWithRaw(java.nio.file.Path.of(".linli"));
  }

  @ParameterizedTest
  @CsvSource({"0", "65536", "eighty", "-1"})
  void a_port_that_is_none_is_refused(String port) {
    assertThatThrownBy(() -> Settings.of(Map.of("LINLI_PORT", port)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("LINLI_PORT")
        .hasMessageContaining(port);
  }

  @ParameterizedTest
  @CsvSource({
    "mongodb://h1:1/?replicaSet=r,                mongodb://h1:1/petition?replicaSet=r",
    "'mongodb://h1:1,h2:2',                       'mongodb://h1:1,h2:2/petition'",
    "mongodb://u:p@h/?replicaSet=r,               mongodb://u:p@h/petition?replicaSet=r&authSource=admin",
    "mongodb://u:p@h/users?replicaSet=r,          mongodb://u:p@h/petition?replicaSet=r&authSource=users",
    "mongodb://u:p@h/?authSource=x&replicaSet=r,  mongodb://u:p@h/petition?authSource=x&replicaSet=r"
  })
  void each_service_gets_its_own_database_on_a_given_server(String given, String expected) {
    assertThat(MongoUri.withDatabase(given, "petition")).isEqualTo(expected);
  }
}
