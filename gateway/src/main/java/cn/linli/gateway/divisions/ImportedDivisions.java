package cn.linli.gateway.divisions;

import cn.linli.gateway.routing.GatewayProperties;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.follow.Follower;
import cn.linli.platform.places.DivisionChanges;
import cn.linli.platform.places.DivisionLearning;
import cn.linli.platform.web.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gateway's tree follows what was imported at the petition service. */
@Configuration(proxyBeanMethods = false)
class ImportedDivisions {

  private static final String KEEPER = "petition";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Bean(destroyMethod = "close")
  HttpClient keeperClient() {
    return HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  }

  @Bean(destroyMethod = "close")
  Follower divisionFollower(
      Divisions divisions, GatewayProperties properties, HttpClient keeperClient) {
    var keepers = properties.services().getOrDefault(KEEPER, List.of());
    var learning =
        new DivisionLearning(divisions, revision -> askAny(keeperClient, keepers, revision));
    var follower = new Follower("divisions", learning);
    return keepers.isEmpty() ? follower : follower.start();
  }

  /** The next instance is asked where one does not answer; the follower asks again anyway. */
  static DivisionChanges askAny(HttpClient client, List<URI> keepers, long revision)
      throws IOException, InterruptedException {
    IOException silence = new IOException("no instance is known");
    for (URI keeper : keepers) {
      try {
        return ask(client, keeper, revision);
      } catch (IOException e) {
        silence = e;
      }
    }
    throw silence;
  }

  private static DivisionChanges ask(HttpClient client, URI keeper, long revision)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(keeper.resolve("/api/v1/divisions/imported?after=" + revision))
            .timeout(PATIENCE)
            .build();
    var response = client.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new IOException("answered " + response.statusCode());
      }
      return Json.MAPPER.readValue(body, DivisionChanges.class);
    }
  }
}
