package cn.linli.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;

class SlowBodyTest {

  private static Flux<DataBuffer> body(String... parts) {
    return Flux.just(parts)
        .map(it ->
            DefaultDataBufferFactory.sharedInstance.wrap(it.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_body_in_parts_is_one_body() {
    var request = MockServerHttpRequest.post("/").body(body("{\"a\"", ":1}"));
    assertThat(Bodies.read(request, 100).block()).asString().isEqualTo("{\"a\":1}");
  }

  @Test
  void a_body_without_length_that_grows_too_large_is_refused() {
    var request = MockServerHttpRequest.post("/").body(body("x".repeat(60), "x".repeat(60)));
    assertThatThrownBy(() -> Bodies.read(request, 100).block()).hasMessage("body-too-large");
  }

  @Test
  void a_body_that_never_ends_is_given_up() {
    var request = MockServerHttpRequest.post("/").body(body("{").concatWith(Flux.never()));
    assertThatThrownBy(() -> Bodies.read(request, 100, _ -> true, Duration.ofMillis(50)).block())
        .hasMessage("body-too-slow");
  }
}
