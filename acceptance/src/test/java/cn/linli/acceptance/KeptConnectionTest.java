package cn.linli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A refusal that comes before the body was read leaves the connection fit for the next request:
 * with the gateway and past it, whatever the body's size, several clients at once. {@code
 * -Dlinli.stress.rounds=5000} for a hunt.
 */
class KeptConnectionTest {

  private static final int ROUNDS = Integer.getInteger("linli.stress.rounds", 12);
  private static final int CLIENTS = 6;
  private static final int BODY_BYTES_MAX = 1_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String REFUSED = "/api/v1/petitions/00000000000000000000000000/accept";
  private static final String READ = "/api/v1/petitions?limit=1";

  private final String token = Person.token("resident@370602003006/kept-connection");
  private final Map<String, String> headers = Map.of("Authorization", "Bearer " + token);

  private static URI server(String which) {
    var platform = PlatformUnderTest.get();
    return which.equals("gateway") ? platform.gateway() : platform.petitions();
  }

  /** Mostly small, sometimes none, sometimes large. */
  private static byte[] body(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new byte[0];
      case 1 -> new byte[random.nextInt(2_000)];
      case 2 -> new byte[random.nextInt(100_000)];
      default -> new byte[random.nextInt(BODY_BYTES_MAX)];
    };
  }

  private static void together(Callable<Void> client) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        running.add(threads.submit(client));
      }
      for (var each : running) {
        each.get();
      }
    }
  }

  @ParameterizedTest(name = "{0}, chunked {1}, asking for h2c {2}")
  @CsvSource({
    "gateway, false, false",
    "gateway, true,  false",
    "gateway, false, true",
    "gateway, true,  true",
    "service, false, false",
    "service, true,  false",
    "service, false, true",
    "service, true,  true",
  })
  void a_read_after_a_refusal_is_answered_on_the_same_connection(
      String which, boolean chunked, boolean upgrade) throws Exception {
    together(() -> {
      var random = new Random();
      Wire wire = new Wire(server(which), PATIENCE);
      for (int round = 0; round < ROUNDS; round++) {
        byte[] bytes = body(random);
        String about = which + " round " + round + ", " + bytes.length + " bytes";
        assertThat(wire.send("POST", REFUSED, headers, new Wire.Body(bytes, chunked, upgrade)))
            .as(about)
            .isEqualTo(403);
        assertThat(wire.isOpen()).as(about).isTrue();
        assertThat(wire.send("GET", READ, headers, Wire.Body.NONE)).as(about).isEqualTo(200);
      }
      wire.close();
      return null;
    });
  }

  /** Refused before the body is sent whole: an answer comes, or the connection ends; no silence. */
  @ParameterizedTest
  @CsvSource({"gateway", "service"})
  void without_a_token_nobody_waits_for_ever(String which) throws Exception {
    together(() -> {
      var random = new Random();
      for (int round = 0; round < ROUNDS; round++) {
        try (var wire = new Wire(server(which), PATIENCE)) {
          var body = new Wire.Body(body(random), random.nextBoolean(), random.nextBoolean());
          assertThat(wire.send("POST", REFUSED, Map.of(), body)).isEqualTo(401);
          if (wire.isOpen()) {
            assertThat(wire.send("GET", READ, headers, Wire.Body.NONE)).isEqualTo(200);
          }
        } catch (EOFException | SocketException ended) {
          assertThat(ended).as("an end is an answer too").isNotNull();
        }
      }
      return null;
    });
  }

  /** As the JDK's client does it: it asks for h2c on each new connection, and keeps them. */
  @Test
  void the_jdk_s_client_gets_every_answer() throws Exception {
    for (String which : List.of("gateway", "service")) {
      URI server = server(which);
      together(() -> {
        var random = new Random();
        try (var client = HttpClient.newHttpClient()) {
          for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = body(random);
            String about = which + " round " + round + ", " + bytes.length + " bytes";
            var post =
                HttpRequest.newBuilder(server.resolve(REFUSED))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(bytes));
            assertThat(client.send(post.build(), BodyHandlers.ofString()).statusCode())
                .as(about)
                .isEqualTo(403);
            var get =
                HttpRequest.newBuilder(server.resolve(READ))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token);
            assertThat(client.send(get.build(), BodyHandlers.ofString()).statusCode())
                .as(about)
                .isEqualTo(200);
          }
        }
        return null;
      });
    }
  }
}
