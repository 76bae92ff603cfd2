package cn.linli.platform.access;

import cn.linli.platform.division.DivisionCode;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * From the text of a token to a {@link Session}: signature, issuer, audience, times, then the
 * claims {@code sub}, {@code role}, {@code division} and {@code org}. May block while the issuer's
 * keys are fetched.
 */
final class TokenReader {

  private static final Duration CLOCK_SKEW = Duration.ofSeconds(1);
  private static final String EXPIRED = "token-expired";

  private final Map<String, JwtDecoder> decoders = new HashMap<>();
  private final CallerMarks marks;

  TokenReader(List<AccessProperties.Issuer> issuers, CallerMarks marks) {
    this.marks = marks;
    for (var issuer : issuers) {
      decoders.put(issuer.issuer(), decoder(issuer));
    }
  }

  private static JwtDecoder decoder(AccessProperties.Issuer issuer) {
    var decoder =
        NimbusJwtDecoder.withJwkSetUri(issuer.jwkSetUri().toString())
            .jwsAlgorithms(algorithms ->
                algorithms.addAll(
                    List.of(
                        SignatureAlgorithm.RS256,
                        SignatureAlgorithm.PS256,
                        SignatureAlgorithm.ES256)))
            .build();
    var times = new JwtTimestampValidator(CLOCK_SKEW);
    times.setAllowEmptyExpiryClaim(false);
    OAuth2TokenValidator<Jwt> all =
        issuer.audience() == null
            ? new DelegatingOAuth2TokenValidator<>(
                TokenReader::notExpired, times, new JwtIssuerValidator(issuer.issuer()))
            : new DelegatingOAuth2TokenValidator<>(
                TokenReader::notExpired,
                times,
                new JwtIssuerValidator(issuer.issuer()),
                new JwtClaimValidator<List<String>>(
                    JwtClaimNames.AUD, aud -> aud != null && aud.contains(issuer.audience())));
    decoder.setJwtValidator(all);
    return decoder;
  }

  /** Names the one failure a client can mend by itself. */
  private static OAuth2TokenValidatorResult notExpired(Jwt jwt) {
    Instant expiresAt = jwt.getExpiresAt();
    return expiresAt != null && Instant.now().isAfter(expiresAt.plus(CLOCK_SKEW))
        ? OAuth2TokenValidatorResult.failure(new OAuth2Error(EXPIRED))
        : OAuth2TokenValidatorResult.success();
  }

  /**
   * @throws AccessException if the token does not count
   */
  Session read(String token) {
    Jwt jwt = decode(token);
    String issuer = jwt.getClaimAsString(JwtClaimNames.ISS);
    String subject = jwt.getSubject();
    String division = jwt.getClaimAsString("division");
    String roleName = jwt.getClaimAsString("role");
    if (subject == null || division == null || roleName == null) {
      throw AccessException.unauthenticated();
    }
    Role role = Role.ofWire(roleName).orElseThrow(AccessException::unauthenticated);
    DivisionCode scope = DivisionCode.parse(division).orElseThrow(AccessException::unauthenticated);
    var caller = new Caller(marks.mark(issuer, subject), role, scope, jwt.getClaimAsString("org"));
    Instant expiresAt = jwt.getExpiresAt();
    if (expiresAt == null) {
      throw AccessException.unauthenticated();
    }
    return new Session(caller, issuer, expiresAt);
  }

  private Jwt decode(String token) {
    JwtDecoder decoder = decoders.get(unverifiedIssuer(token));
    if (decoder == null) {
      throw AccessException.unauthenticated();
    }
    try {
      return decoder.decode(token);
    } catch (JwtValidationException e) {
      throw e.getErrors().stream().anyMatch(error -> error.getErrorCode().equals(EXPIRED))
          ? AccessException.tokenExpired()
          : AccessException.unauthenticated();
    } catch (BadJwtException e) {
      throw AccessException.unauthenticated();
    } catch (JwtException e) {
      throw AccessException.issuerUnreachable();
    }
  }

  /** Only chooses the keys to check with; the claim is believed after the check. */
  private static String unverifiedIssuer(String token) {
    try {
      String issuer = JWTParser.parse(token).getJWTClaimsSet().getIssuer();
      return issuer == null ? "" : issuer;
    } catch (ParseException | IllegalArgumentException | NullPointerException e) {
      return "";
    }
  }
}
