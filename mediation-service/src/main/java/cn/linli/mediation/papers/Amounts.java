package cn.linli.mediation.papers;

import java.util.Locale;

/**
 * Amounts as they stand in agreements: in figures, and in the characters that can't be altered
 * later. Source of the way of writing: 正确填写票据和结算凭证的基本规定, as practised.
 */
final class Amounts {

  private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
  private static final String[] PLACES = {"", "拾", "佰", "仟"};
  private static final String[] GROUPS = {"", "万", "亿", "万亿"};
  private static final int GROUP = 10_000;

  /** Below ten thousand million million yuan. */
  private static final long FEN_MAX = 999_999_999_999_999_999L;

  private Amounts() {}

  /** 人民币1,234.56元（大写：壹仟贰佰叁拾肆元伍角陆分）. */
  static String told(long fen) {
    return String.format(
        Locale.ROOT, "人民币%,d.%02d元（大写：%s）", fen / 100, fen % 100, inCharacters(fen));
  }

  static String inCharacters(long fen) {
    if (fen < 0 || fen > FEN_MAX) {
      throw new IllegalArgumentException("no amount of an agreement: " + fen);
    }
    long yuan = fen / 100;
    int jiao = (int) (fen / 10 % 10);
    int rest = (int) (fen % 10);
    var text = new StringBuilder();
    if (yuan > 0 || fen == 0) {
      text.append(whole(yuan)).append("元");
    }
    if (jiao == 0 && rest == 0) {
      return text.append("整").toString();
    }
    if (jiao > 0) {
      text.append(DIGITS[jiao]).append("角");
    } else if (yuan > 0) {
      text.append(DIGITS[0]);
    }
    return rest > 0
        ? text.append(DIGITS[rest]).append("分").toString()
        : text.append("整").toString();
  }

  private static String whole(long yuan) {
    if (yuan == 0) {
      return DIGITS[0];
    }
    var text = new StringBuilder();
    int groups = 0;
    for (long left = yuan; left > 0; left /= GROUP) {
      groups++;
    }
    boolean gap = false;
    for (int group = groups - 1; group >= 0; group--) {
      int part = (int) (yuan / (long) Math.pow(GROUP, group) % GROUP);
      if (part == 0) {
        gap = true;
        continue;
      }
      boolean startsLow = part < GROUP / 10;
      if (!text.isEmpty() && (gap || startsLow)) {
        text.append(DIGITS[0]);
      }
      text.append(ofGroup(part)).append(GROUPS[group]);
      gap = false;
    }
    return text.toString();
  }

  private static String ofGroup(int part) {
    var text = new StringBuilder();
    boolean zero = false;
    for (int place = 3; place >= 0; place--) {
      int digit = part / (int) Math.pow(10, place) % 10;
      if (digit == 0) {
        zero = !text.isEmpty();
        continue;
      }
      if (zero) {
        text.append(DIGITS[0]);
        zero = false;
      }
      text.append(DIGITS[digit]).append(PLACES[place]);
    }
    return text.toString();
  }
}
