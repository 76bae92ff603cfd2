package cn.linli.standalone;

import cn.linli.platform.access.DemoIssuer;
import java.time.Duration;

/** The last lines of a start: where things are and a token to try them with. */
final class Welcome {
  private static final String USER = "city-officer@3706";
  private static final Duration TOKEN_VALID_FOR = Duration.ofHours(1);

  private Welcome() {}

  static String text(Settings settings, DemoIssuer issuer) {
    return """

    Linli is ready.
      API       %1$s/swagger-ui.html
      figures   %1$s/api/v1/views/3706
      log       %2$s

    A demo token (%3$s, one hour) and a first call:
      TOKEN=%4$s
      curl -H "Authorization: Bearer $TOKEN" %1$s/api/v1/views/3706
    Another user:
      curl %1$s/api/v1/demo/token -H 'Content-Type: application/json' -d '{"user":"grid-worker@370602003006001"}'
    Ctrl-C stops.

    """
        .formatted(
            settings.gatewayUrl(),
            settings.log(),
            USER,
            issuer.token(USER, TOKEN_VALID_FOR).orElseThrow());
  }
}
