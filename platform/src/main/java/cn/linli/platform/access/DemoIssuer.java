package cn.linli.platform.access;

import cn.linli.platform.division.DivisionCode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives tokens to whoever asks, for the demo city and for tests. Its key is made when it is made
 * and never leaves the process; only services that were told its address (loopback, profile {@code
 * standalone}) believe it.
 */
public final class DemoIssuer {

  /** Roles of people who act for an organisation: the last part of the user is its code. */
  private static final Set<Role> FOR_AN_ORGANISATION =
      EnumSet.of(
          Role.DEPARTMENT_OFFICER,
          Role.JUSTICE_OFFICER,
          Role.COMMITTEE_HEAD,
          Role.BANK_CLERK,
          Role.INTEGRATOR,
          Role.DEVICE);

  private static final Duration SERVICE_TOKEN = Duration.ofMinutes(5);

  private final ECKey key;
  private final ECDSASigner signer;

  public DemoIssuer() {
    try {
      key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
      signer = new ECDSASigner(key);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot make the demo issuer's key", e);
    }
  }

  /** The public key, as services fetch it. */
  public String jwks() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  /**
   * @param user {@code <role>@<division>[/<name or organisation>]}, for instance {@code
   *     department-officer@150203/heating-company}
   * @param validFor negative for a token that has expired already
   * @return empty if that is no user
   */
  public Optional<String> token(String user, Duration validFor) {
    int at = user.indexOf('@');
    int slash = user.indexOf('/');
    if (at < 0 || slash >= 0 && slash < at) {
      return Optional.empty();
    }
    var role = Role.ofWire(user.substring(0, at));
    var division =
        DivisionCode.parse(slash < 0 ? user.substring(at + 1) : user.substring(at + 1, slash));
    if (role.isEmpty() || division.isEmpty() || role.get() == Role.SERVICE) {
      return Optional.empty();
    }
    boolean organised = slash >= 0 && FOR_AN_ORGANISATION.contains(role.get());
    return Optional.of(
        signed(
            user,
            role.get(),
            division.get(),
            organised ? user.substring(slash + 1) : null,
            validFor));
  }

  /**
   * What a service calls another one with. Nobody is given one over HTTP: only who runs the
   * services in this process asks.
   *
   * @param name of the calling service, its claim {@code org}
   */
  public ServiceCredential credentialOf(String name) {
    return () -> signed(name, Role.SERVICE, Caller.NOWHERE, name, SERVICE_TOKEN);
  }

  private String signed(
      String subject,
      Role role,
      DivisionCode division,
      @Nullable String organisation,
      Duration validFor) {
    Instant expiresAt = Instant.now().plus(validFor);
    Instant issuedAt = expiresAt.minus(validFor.abs());
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(AccessProperties.DEMO_ISSUER)
            .subject(subject)
            .claim("role", role.wire())
            .claim("division", division.value())
            .issueTime(Date.from(issuedAt))
            .expirationTime(Date.from(expiresAt));
    if (organisation != null) {
      claims.claim("org", organisation);
    }
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
            claims.build());
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign", e);
    }
    return token.serialize();
  }
}
