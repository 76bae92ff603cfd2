package cn.linli.acceptance;

import static cn.linli.acceptance.Person.json;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A kiosk that knows no more than {@code docs/wristbands.md} says. */
final class Kiosk {

  private static final int KEY_BYTES = 32;

  private final Person person;
  private final KeyPair keys;
  private final String id;

  /**
   * @param seq number the kiosk gives it
   */
  record Read(String code, String kind, Instant at, long seq) {}

  Kiosk(String user, String place, String service) {
    person = Person.as(user);
    try {
      keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    byte[] encoded = keys.getPublic().getEncoded();
    id =
        once(person)
            .post(
                "/bank/devices",
                json(
                    "key",
                    base64(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length)),
                    "place",
                    place,
                    "service",
                    service))
            .created()
            .id();
  }

  static Person once(Person person) {
    return person.key(UUID.randomUUID().toString());
  }

  Reply send(List<Read> readings) {
    return send(readings, sign(readings));
  }

  Reply send(List<Read> readings, String signature) {
    List<Map<String, Object>> events =
        readings.stream()
            .map(it ->
                json(
                    "code", it.code(),
                    "kind", it.kind(),
                    "at", it.at().toString(),
                    "seq", it.seq()))
            .toList();
    return once(person)
        .post(
            "/bank/wristband-events", json("device", id, "events", events, "signature", signature));
  }

  String sign(List<Read> readings) {
    var text = new StringBuilder("linli-wristband-batch-v1\n" + id);
    for (Read it : readings) {
      text.append('\n')
          .append(it.seq() + " " + it.kind() + " " + it.at().toEpochMilli() + " " + it.code());
    }
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(keys.getPrivate());
      signer.update(text.toString().getBytes(StandardCharsets.UTF_8));
      return base64(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
