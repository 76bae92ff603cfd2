package cn.linli.timebank.activities;

import cn.linli.platform.vault.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * Codes that are told on the spot: computed from the activity's id with the service's key, so they
 * are stored nowhere.
 */
final class SpotCodes {

  private static final int LENGTH = 6;

  private final KeyedHash hash;

  SpotCodes(KeyedHash hash) {
    this.hash = hash;
  }

  String of(String activity) {
    return hash.of("activity-on-the-spot", activity).substring(0, LENGTH);
  }

  boolean isOf(String activity, String said) {
    return MessageDigest.isEqual(
        of(activity).getBytes(StandardCharsets.US_ASCII),
        said.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
  }
}
