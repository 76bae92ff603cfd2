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
import reactor.core.publisher.Sinks;

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

  /** An answer that overtakes the end of a body leaves the connection dead for the next request. */
  @Test
  void a_body_that_is_said_to_be_empty_is_waited_for_too() {
    var end = Sinks.<DataBuffer>empty();
    var request = MockServerHttpRequest.post("/").contentLength(0).body(end.asMono().flux());
    var read = Bodies.read(request, 100).toFuture();
    assertThat(read).isNotDone();
    end.tryEmitEmpty();
    assertThat(read).isCompletedWithValueMatching(bytes -> bytes.length == 0);
    assertThat(Bodies.drain(MockServerHttpRequest.get("/").build()).toFuture()).isDone();
  }
}
