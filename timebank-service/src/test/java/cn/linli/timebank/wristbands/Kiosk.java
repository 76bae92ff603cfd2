package cn.linli.timebank.wristbands;

import static cn.linli.testing.ServiceUnderTest.json;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import cn.linli.timebank.Server;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A kiosk as somebody builds it who has read docs/wristbands.md and nothing else. */
public final class Kiosk {

  private static final int KEY_BYTES = 32;

  private final Person person;
  private KeyPair keys = newKeys();
  private String id = "";

  /**
   * @param seq number the kiosk gives it
   */
  public record Read(String code, String kind, Instant at, long seq) {}

  public Kiosk(Person person) {
    this.person = person;
  }

  public Kiosk registered(String place, String service) {
    id =
        Server.once(person)
            .post("/bank/devices", "key", key(), "place", place, "service", service)
            .created()
            .id();
    return this;
  }

  public String id() {
    return id;
  }

  public String key() {
    byte[] encoded = keys.getPublic().getEncoded();
    return base64(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
  }

  /** A new key, signed with the old one. */
  public Reply rotate() {
    KeyPair old = keys;
    keys = newKeys();
    String signature = sign(old, "linli-device-rotation-v1\n" + id + "\n" + key());
    return Server.once(person)
        .post("/bank/devices/" + id + "/rotate", "key", key(), "signature", signature);
  }

  public Reply send(List<Read> readings) {
    return send(readings, sign(readings));
  }

  public Reply send(List<Read> readings, String signature) {
    return Server.once(person)
        .post(
            "/bank/wristband-events",
            "device",
            id,
            "events",
            readings.stream()
                .map(it ->
                    json(
                        "code", it.code(),
                        "kind", it.kind(),
                        "at", it.at().toString(),
                        "seq", it.seq()))
                .toList(),
            "signature",
            signature);
  }

  public String sign(List<Read> readings) {
    var text = new StringBuilder("linli-wristband-batch-v1\n" + id);
    for (Read it : readings) {
      text.append(
          "\n%d %s %d %s".formatted(it.seq(), it.kind(), it.at().toEpochMilli(), it.code()));
    }
    return sign(keys, text.toString());
  }

  private static String sign(KeyPair by, String text) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(by.getPrivate());
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      return base64(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKeys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
