package cn.linli.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessPropertiesTest {

  private static final URI LOCAL = URI.create("http://127.0.0.1:8080/api/v1/demo/jwks");

  @Test
  void the_demo_issuer_counts_in_the_standalone_profile() {
    assertThat(demo(LOCAL).accepted(List.of("standalone")))
        .extracting(AccessProperties.Issuer::issuer)
        .containsExactly("urn:linli:demo");
  }

  @Test
  void elsewhere_it_stops_the_start() {
    assertThatThrownBy(() -> demo(LOCAL).accepted(List.of("production")))
        .hasMessageContaining("standalone only");
    assertThatThrownBy(
            () -> demo(URI.create("http://192.0.2.1/jwks")).accepted(List.of("standalone")))
        .hasMessageContaining("on this machine");
  }

  @Test
  void it_can_not_come_in_as_any_other_issuer() {
    var issuers = List.of(new AccessProperties.Issuer("urn:linli:demo", LOCAL, null));
    assertThatThrownBy(
            () -> new AccessProperties(issuers, null, List.of()).accepted(List.of("standalone")))
        .hasMessageContaining("demo city");
  }

  private static AccessProperties demo(URI jwks) {
    return new AccessProperties(List.of(), new AccessProperties.Demo(jwks), List.of());
  }
}
