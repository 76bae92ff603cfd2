package cn.linli.platform.web;

import cn.linli.platform.vault.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * Opaque cursors: a {@link Position} and a seal over it and the filter it was made for. One that
 * was changed, or is used with another filter, is refused.
 */
final class Cursors {

  private static final char SEPARATOR = ' ';
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final KeyedHash hash;

  Cursors(KeyedHash hash) {
    this.hash = hash;
  }

  String encode(Position position, String filter) {
    String place = position.receivedAt().toEpochMilli() + "" + SEPARATOR + position.id();
    String text = seal(place, filter) + SEPARATOR + place;
    return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  Position decode(String cursor, String filter) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int end = text.indexOf(SEPARATOR);
      String place = text.substring(end + 1);
      if (seal(place, filter).equals(text.substring(0, end))) {
        int middle = place.indexOf(SEPARATOR);
        return new Position(
            Instant.ofEpochMilli(Long.parseLong(place.substring(0, middle))),
            place.substring(middle + 1));
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
      // answered below like a broken seal
    }
    throw new ProblemException(Problem.of(400, "invalid-cursor", Map.of()));
  }

  private String seal(String place, String filter) {
    return hash.of("cursor", place, filter);
  }
}
