package cn.linli.standalone.simulator;

import cn.linli.standalone.simulator.BankStory.Member;
import cn.linli.standalone.simulator.BankStory.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Two kiosks that read wristbands ({@code docs/wristbands.md}). Their keys are made at this start
 * and kept nowhere; a start that goes on with an interrupted filling sets up kiosks of its own,
 * whose readings of the same moments count once.
 */
final class Kiosks {

  private static final String HOME = DemoCity.REFERENCE_COMMUNITY;
  private static final String CLERK = "bank-clerk@" + HOME;
  private static final int KEY_BYTES = 32;
  private static final int WEARERS = 4;

  /** Long enough ago to be settled at once, and not too late to be taken. */
  private static final int CAME_MINUTES_AGO = 48 * 60;

  private final BankStory story;

  Kiosks(Api api, Instant begunAt) {
    story = new BankStory(api, begunAt, "kiosk");
  }

  void stand() throws IOException, InterruptedException, Refused {
    var codes = new ArrayList<String>();
    for (int number = 1; number <= WEARERS; number++) {
      Member wearer = story.member(HOME, "幸福手环" + number, "person");
      String code = "DEMO-BAND-000" + number;
      story.post(
          CLERK,
          "/wristbands",
          "code",
          code,
          "account",
          wearer.account(),
          "since",
          moment(CAME_MINUTES_AGO + 60).toString());
      codes.add(code);
    }
    read("happiness-house", "elder-care", codes.subList(0, WEARERS / 2));
    read("library", "culture", codes.subList(WEARERS / 2, WEARERS));
  }

  /** Everybody came and went. */
  private void read(String place, String service, List<String> codes)
      throws IOException, InterruptedException, Refused {
    KeyPair keys = keys();
    byte[] encoded = keys.getPublic().getEncoded();
    String key = base64(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
    String user = "device@" + HOME + "/demo-" + place;
    String device =
        story
            .postOnce(
                user,
                "/devices",
                Map.of("key", key, "place", place, "service", service),
                "device-" + key)
            .path("id")
            .asString();
    var events = new ArrayList<Map<String, Object>>();
    var signed = new StringBuilder("linli-wristband-batch-v1\n" + device);
    int number = 0;
    for (String code : codes) {
      int stays = 60 + 25 * number;
      events.add(event(signed, code, "check-in", moment(CAME_MINUTES_AGO - number), 2 * number));
      events.add(
          event(
              signed,
              code,
              "check-out",
              moment(CAME_MINUTES_AGO - number - stays),
              2 * number + 1));
      number++;
    }
    story.postOnce(
        user,
        "/wristband-events",
        Map.of("device", device, "events", events, "signature", sign(keys, signed.toString())),
        "readings-" + key);
  }

  private Instant moment(int minutesAgo) {
    return story.ago(minutesAgo).truncatedTo(ChronoUnit.MINUTES);
  }

  private static Map<String, Object> event(
      StringBuilder signed, String code, String kind, Instant at, int seq) {
    signed.append("\n%d %s %d %s".formatted(seq, kind, at.toEpochMilli(), code));
    return Map.of("code", code, "kind", kind, "at", at.toString(), "seq", seq);
  }

  private static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is part of every JDK", e);
    }
  }

  private static String sign(KeyPair keys, String text) {
    try {
      PrivateKey key = keys.getPrivate();
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      return base64(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is part of every JDK", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
