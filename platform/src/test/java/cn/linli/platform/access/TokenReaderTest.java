package cn.linli.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.platform.division.DivisionCode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenReaderTest {

  private final IssuerServer issuer = new IssuerServer();
  private final TokenReader reader = reader(issuer.jwks());

  @AfterEach
  void stop() {
    issuer.close();
  }

  private static TokenReader reader(URI jwks) {
    return new TokenReader(
        List.of(new AccessProperties.Issuer(AccessProperties.DEMO_ISSUER, jwks, null)),
        (iss, sub) -> "mark-of-" + sub.hashCode());
  }

  @Test
  void a_token_says_person_role_scope_and_organisation() {
    var user = "department-officer@150203/heating-company";

    Session session = reader.read(issuer.token(user));

    assertThat(session.caller())
        .isEqualTo(
            new Caller(
                "mark-of-" + user.hashCode(),
                Role.DEPARTMENT_OFFICER,
                DivisionCode.of("150203"),
                "heating-company"));
    assertThat(session.caller().by()).startsWith("department-officer@150203#mark-of-");
    assertThat(session.caller().covers(DivisionCode.of("150203001"))).isTrue();
    assertThat(session.caller().covers(DivisionCode.of("150204"))).isFalse();
  }

  @Test
  void a_resident_has_a_name_but_no_organisation() {
    var token = issuer.token("resident@370602003006/zhang-san");
    assertThat(reader.read(token).caller().organisation()).isNull();
  }

  @Test
  void an_expired_token_says_so() {
    var token = issuer.token("admin@3706", Duration.ofSeconds(-5));
    assertThatThrownBy(() -> reader.read(token)).hasMessage("token-expired");
  }

  @Test
  void a_token_of_another_key_does_not_count() {
    var forged = new DemoIssuer().token("admin@3706", Duration.ofHours(1)).orElseThrow();
    assertThatThrownBy(() -> reader.read(forged)).hasMessage("unauthenticated");
  }

  @Test
  void a_changed_token_does_not_count() {
    var parts = issuer.token("resident@3706").split("\\.");
    var other = issuer.token("admin@3706").split("\\.");
    assertThatThrownBy(() -> reader.read(parts[0] + "." + other[1] + "." + parts[2]))
        .hasMessage("unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJpc3MiOiJ1cm46bGlubGk6ZGVtbyJ9."})
  void what_is_no_token_does_not_count(String text) {
    assertThatThrownBy(() -> reader.read(text)).hasMessage("unauthenticated");
  }

  @Test
  void keys_that_can_not_be_fetched_are_no_verdict_on_the_token() {
    var token = issuer.token("admin@3706");
    assertThatThrownBy(() -> reader(URI.create("http://127.0.0.1:1/jwks")).read(token))
        .hasMessage("issuer-unreachable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "king@3706", "admin@37061", "a/b@3706", ""})
  void nobody_is_made_up(String user) {
    assertThat(new DemoIssuer().token(user, Duration.ofHours(1))).isEmpty();
  }
}
