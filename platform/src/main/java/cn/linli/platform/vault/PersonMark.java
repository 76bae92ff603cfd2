package cn.linli.platform.vault;

import java.text.Normalizer;

/**
 * Stands for a person in keys, states and events: a keyed hash of the phone number or of the
 * token's subject. The same person through the same number has the same mark in one service.
 */
public record PersonMark(String value) {

  private static final int CHINA_MOBILE_DIGITS = 11;

  public static PersonMark ofPhone(KeyedHash hash, String phone) {
    return new PersonMark(hash.of("person-phone", normalisedPhone(phone)));
  }

  public static PersonMark ofSubject(KeyedHash hash, String subject) {
    return new PersonMark(hash.of("person-subject", subject));
  }

  /**
   * Half-width digits only, without the country code: every way to write a number is one number.
   */
  static String normalisedPhone(String phone) {
    var digits = Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
    for (var prefix : new String[] {"0086", "86"}) {
      if (digits.length() >= prefix.length() + CHINA_MOBILE_DIGITS - 1
          && digits.startsWith(prefix)) {
        var rest = digits.substring(prefix.length());
        return rest.startsWith("1") ? rest : "0" + rest;
      }
    }
    return digits;
  }

  @Override
  public String toString() {
    return value;
  }
}
