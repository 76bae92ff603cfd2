package cn.linli.mediation.referral;

import cn.linli.events.petition.ReferralOrigin;
import cn.linli.platform.access.ServiceCredential;
import cn.linli.platform.web.Correlation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the petition service who the sides of a referral are, with this service's credential. */
final class PetitionContacts {

  /** What is on record there with every fetch. */
  static final String REASON = "访调对接：联系纠纷当事人 (contacts of the parties to a referred dispute)";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long REPLY_BYTES_MAX = 1 << 20;

  /** It will not say otherwise, however often it is asked. */
  private static final Set<Integer> FINAL = Set.of(404, 410, 422);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI petitions;
  private final ServiceCredential credential;

  PetitionContacts(URI petitions, ServiceCredential credential) {
    this.petitions = petitions;
    this.credential = credential;
  }

  /** A side as it was named there. */
  record Side(
      String name,
      @Nullable String role,
      @Nullable String type,
      @Nullable String phone,
      @Nullable String representative,
      @Nullable String organisation) {
    @Override
    public String toString() {
      return "a side";
    }
  }

  private record Fetched(List<Side> parties) {}

  private record Problem(@Nullable String code) {}

  /** What came of asking. */
  sealed interface Answer {
    record Told(List<Side> sides) implements Answer {}

    /** Asking again may do better. {@code code}: never what was told. */
    record Later(String code) implements Answer {}

    record Never(String code) implements Answer {}
  }

  Answer fetch(ReferralOrigin origin, String dispute, String correlation)
      throws InterruptedException {
    try {
      var request =
          HttpRequest.newBuilder(
                  petitions.resolve(
                      "/api/v1/internal/petitions/%s/referrals/%s/contacts"
                          .formatted(origin.petition(), origin.referral())))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + credential.token())
              .header("Content-Type", "application/json")
              .header(Correlation.HEADER, correlation)
              .POST(
                  BodyPublishers.ofString(
                      JSON.writeValueAsString(Map.of("dispute", dispute, "reason", REASON))))
              .build();
      return answer(
          http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), REPLY_BYTES_MAX)));
    } catch (IOException | JacksonException | IllegalStateException e) {
      return new Answer.Later("unreachable");
    }
  }

  private static Answer answer(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status == 200) {
      return new Answer.Told(JSON.readValue(response.body(), Fetched.class).parties());
    }
    String code = JSON.readValue(response.body(), Problem.class).code();
    String said = code == null ? "status-" + status : code;
    return FINAL.contains(status) ? new Answer.Never(said) : new Answer.Later(said);
  }
}
