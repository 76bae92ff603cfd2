package cn.linli.platform.access;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens count.
 *
 * @param issuers OpenID Connect providers, each with the place of its keys
 * @param demo the issuer of the demo city; profile {@code standalone} only, loopback only
 * @param openPaths further path patterns that need no token
 */
@ConfigurationProperties("linli.access")
public record AccessProperties(
    @DefaultValue List<Issuer> issuers, @Nullable Demo demo, @DefaultValue List<String> openPaths) {

  public static final String DEMO_ISSUER = "urn:linli:demo";
  public static final String DEMO_PROFILE = "standalone";

  /**
   * @param issuer claim {@code iss}
   * @param audience what claim {@code aud} must contain; null: not looked at
   */
  public record Issuer(String issuer, URI jwkSetUri, @Nullable String audience) {}

  public record Demo(@Nullable URI jwksUri) {}

  /**
   * All issuers that count under these profiles; a demo issuer out of its place stops the start.
   */
  List<Issuer> accepted(List<String> profiles) {
    var accepted = new ArrayList<>(issuers);
    if (issuers.stream().anyMatch(issuer -> issuer.issuer().equals(DEMO_ISSUER))) {
      throw new IllegalStateException(
          DEMO_ISSUER + " is no issuer for linli.access.issuers: it belongs to the demo city");
    }
    if (demo != null && demo.jwksUri() != null) {
      if (!profiles.contains(DEMO_PROFILE)) {
        throw new IllegalStateException(
            "linli.access.demo.jwks-uri is for the profile " + DEMO_PROFILE + " only");
      }
      if (!isLoopback(demo.jwksUri())) {
        throw new IllegalStateException("linli.access.demo.jwks-uri must be on this machine");
      }
      accepted.add(new Issuer(DEMO_ISSUER, demo.jwksUri(), null));
    }
    return List.copyOf(accepted);
  }

  private static boolean isLoopback(URI uri) {
    try {
      return uri.getHost() != null && InetAddress.getByName(uri.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
