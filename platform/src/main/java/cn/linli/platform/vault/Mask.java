package cn.linli.platform.vault;

import java.util.regex.Pattern;

/** How personal data is shown to those who may read the case. Source: domain rules §7.2. */
public final class Mask {

  private static final Pattern LANDLINE = Pattern.compile("(010|02\\d|0[3-9]\\d{2})-?(\\d{7,8})");
  private static final Pattern BUILDING =
      Pattern.compile("^(.*(?:号楼|栋|幢|号院|大院|社区|小区|家园|花园|村|街道|镇|乡|路|街))(.*)$");

  private Mask() {}

  /** 张* · 张** · 欧阳**. */
  public static String name(String name) {
    var clean = name.strip();
    if (clean.isEmpty()) {
      return "";
    }
    int surname = Surnames.length(clean);
    int hidden = Math.clamp(clean.length() - surname, 1, 2);
    return clean.substring(0, clean.offsetByCodePoints(0, surname)) + "*".repeat(hidden);
  }

  /** 138****8000 · 0535-*****12. */
  public static String phone(String phone) {
    var landline = LANDLINE.matcher(phone.strip());
    if (landline.matches()) {
      var number = landline.group(2);
      return landline.group(1) + "-" + hidden(number.length() - 2) + tail(number, 2);
    }
    var digits = PersonMark.normalisedPhone(phone);
    return digits.length() == 11
        ? digits.substring(0, 3) + "****" + tail(digits, 4)
        : hidden(Math.max(0, digits.length() - 2)) + tail(digits, 2);
  }

  /** 370***********123X: never the date of birth. */
  public static String idNumber(String number) {
    var clean = number.strip();
    return clean.length() < 15
        ? hidden(clean.length())
        : clean.substring(0, 3) + hidden(clean.length() - 7) + tail(clean, 4);
  }

  /** To the building or community, never the room: 大海阳社区 3号楼. */
  public static String address(String address) {
    var found = BUILDING.matcher(address.strip());
    if (!found.matches()) {
      return "***";
    }
    return found.group(2).isBlank() ? found.group(1) : found.group(1) + "***";
  }

  /** First character and the domain. */
  public static String email(String email) {
    int at = email.indexOf('@');
    return at < 1 ? "***" : email.charAt(0) + "***" + email.substring(at);
  }

  /** Bank card or passbook: the last four. */
  public static String account(String number) {
    var clean = number.strip();
    return clean.length() <= 4 ? hidden(clean.length()) : "****" + tail(clean, 4);
  }

  private static String hidden(int count) {
    return "*".repeat(count);
  }

  private static String tail(String text, int length) {
    return text.substring(Math.max(0, text.length() - length));
  }
}
