package cn.linli.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.platform.access.DemoIssuer;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.WebFilter;

class DemoTokensTest {
  private static final String GRID_WORKER = "{\"user\":\"grid-worker@370602003006001\"}";
  private final DemoIssuer issuer = new DemoIssuer();

  @Test
  void a_user_of_the_demo_city_gets_a_token_for_an_hour() {
    ask(from("127.0.0.1"), GRID_WORKER)
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Cache-Control", "no-store")
        .expectBody()
        .jsonPath("$.token_type")
        .isEqualTo("Bearer")
        .jsonPath("$.expires_in")
        .isEqualTo(3600)
        .jsonPath("$.access_token")
        .value(String.class, token -> assertThat(token.split("\\.")).hasSize(3));
  }

  @Test
  void a_token_may_be_asked_for_that_has_expired_already_but_none_for_longer_than_an_hour() {
    ask(from("127.0.0.1"), "{\"user\":\"admin@3706\",\"expiresInSeconds\":-60}")
        .expectBody()
        .jsonPath("$.expires_in")
        .isEqualTo(-60);
    ask(from("127.0.0.1"), "{\"user\":\"admin@3706\",\"expiresInSeconds\":7200}")
        .expectBody()
        .jsonPath("$.expires_in")
        .isEqualTo(3600);
  }

  @Test
  void what_is_no_user_is_told_so() {
    ask(from("::1"), "{\"user\":\"emperor@3706\"}").expectStatus().isBadRequest();
    ask(from("::1"), "{}").expectStatus().isBadRequest();
  }

  @Test
  void the_key_that_is_handed_out_is_the_public_one() {
    from("127.0.0.1")
        .get()
        .uri(DemoTokens.KEYS_PATH)
        .exchange()
        .expectBody()
        .jsonPath("$.keys[0].kty")
        .isEqualTo("EC")
        .jsonPath("$.keys[0].d")
        .doesNotExist();
  }

  @Test
  void another_machine_or_a_proxy_finds_nothing() {
    ask(from("192.0.2.7"), GRID_WORKER).expectStatus().isNotFound();
    from("127.0.0.1")
        .post()
        .uri("/api/v1/demo/token")
        .header("X-Forwarded-For", "192.0.2.7")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(GRID_WORKER)
        .exchange()
        .expectStatus()
        .isNotFound();
    from("192.0.2.7").get().uri(DemoTokens.KEYS_PATH).exchange().expectStatus().isNotFound();
  }

  private static WebTestClient.ResponseSpec ask(WebTestClient client, String body) {
    return client
        .post()
        .uri("/api/v1/demo/token")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private WebTestClient from(String address) {
    WebFilter caller =
        (exchange, chain) ->
            chain.filter(
                exchange
                    .mutate()
                    .request(r -> r.remoteAddress(new InetSocketAddress(address, 50_000)))
                    .build());
    return WebTestClient.bindToRouterFunction(new DemoTokens().demoTokenRoutes(issuer))
        .webFilter(caller)
        .configureClient()
        .build();
  }
}
