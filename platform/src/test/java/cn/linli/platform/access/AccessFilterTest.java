package cn.linli.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class AccessFilterTest {

  private final IssuerServer issuer = new IssuerServer();
  private final AccessFilter filter =
      new AccessFilter(
          new TokenReader(
              List.of(
                  new AccessProperties.Issuer(AccessProperties.DEMO_ISSUER, issuer.jwks(), null)),
              (iss, sub) -> sub),
          List.of("/open/**"));

  @AfterEach
  void stop() {
    issuer.close();
  }

  /** Who was let in; empty: someone without a token. */
  private Optional<Caller> call(String path, String authorization) {
    var request = MockServerHttpRequest.get(path);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    var seen = new AtomicReference<Optional<Caller>>();
    filter
        .filter(
            MockServerWebExchange.from(request),
            exchange ->
                Mono.fromRunnable(() -> seen.set(Session.of(exchange).map(Session::caller))))
        .block();
    return seen.get();
  }

  @Test
  void nothing_is_open_but_what_is_listed() {
    assertThat(call("/open/x", "")).isEmpty();
    assertThat(call("/actuator/health/liveness", "")).isEmpty();
    assertThat(call("/api/v1/tracking/abc", "")).isEmpty();
    assertThatThrownBy(() -> call("/api/v1/petitions", "")).hasMessage("unauthenticated");
    assertThatThrownBy(() -> call("/actuator/env", "")).hasMessage("unauthenticated");
  }

  @Test
  void a_token_lets_its_holder_in_everywhere_it_counts() {
    var bearer = "Bearer " + issuer.token("admin@3706");

    assertThat(call("/api/v1/petitions", bearer)).map(Caller::role).contains(Role.ADMIN);
    assertThat(call("/open/x", bearer)).map(Caller::role).contains(Role.ADMIN);
  }

  @Test
  void a_token_that_does_not_count_is_refused_on_open_paths_too() {
    assertThatThrownBy(() -> call("/open/x", "Bearer nonsense")).hasMessage("unauthenticated");
    assertThatThrownBy(() -> call("/open/x", "Basic eDp5")).hasMessage("unauthenticated");
  }

  @Test
  void a_kept_token_is_not_kept_beyond_its_end() {
    var bearer = "Bearer " + issuer.token("admin@3706", Duration.ofSeconds(2));
    assertThat(call("/api/v1/petitions", bearer)).isPresent();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThatThrownBy(() -> call("/api/v1/petitions", bearer))
                .hasMessage("token-expired"));
  }

  @Test
  void a_kept_token_needs_no_keys() {
    var bearer = "Bearer " + issuer.token("admin@3706");
    assertThat(call("/api/v1/petitions", bearer)).isPresent();

    issuer.close();

    assertThat(call("/api/v1/petitions", bearer)).isPresent();
  }
}
