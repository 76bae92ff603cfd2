package cn.linli.platform.vault;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A caption for lists: the title with what points at a person struck out. It takes too much rather
 * than too little, and still can't know every name that stands without a title or a label; so a
 * caption is shown to those who may read the case, and is stored nowhere but in the vault.
 */
public final class Redaction {

  public static final int MAX_CAPTION_CHARS = 60;

  private static final String STRUCK = "***";

  private static final String NAME = Surnames.alternatives();
  private static final String LABELS =
      "我叫|我是|名叫|叫做|姓名[::]?|联系人[::]?|投诉人[::]?|举报人[::]?|当事人[::]?|反映人[::]?|申请人[::]?|来电人[::]?|户主[::]?|业主|居民|村民|邻居|患者|本人";
  private static final String TITLES =
      "先生|女士|小姐|师傅|老师|主任|书记|大爷|大妈|大娘|大叔|阿姨|叔叔|奶奶|爷爷|同志|经理|医生|大夫|队长|所长|局长|科长|处长|院长|校长|站长|村长|镇长|区长|市长|总|某某|某";

  /** Whatever mail addresses and account names are made of. */
  private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

  /** Number plates: 鲁F12345. */
  private static final Pattern PLATE =
      Pattern.compile("\\p{IsHan}[A-Za-z][·•\\s]?[A-Za-z0-9]{5,6}(?![A-Za-z0-9])");

  /** Letters and digits mixed, six or more: accounts, ids, orders. */
  private static final Pattern MIXED =
      Pattern.compile("(?=[A-Za-z_-]*\\d)(?=[\\d_-]*[A-Za-z])[A-Za-z0-9_-]{6,}");

  /** Three or more digits, also spread over spaces and hyphens: phones, ids, rooms, dates. */
  private static final Pattern DIGITS = Pattern.compile("\\d(?:[\\s-]{0,2}\\d){2,}[Xx]?");

  /** The same in Chinese numerals, as people write who avoid a filter. */
  private static final Pattern NUMERALS =
      Pattern.compile("[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖](?:[\\s-]{0,2}[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]){4,}");

  private static final Pattern LABELLED_NAME =
      Pattern.compile("(" + LABELS + ")(" + NAME + "\\p{IsHan}{1,2})");
  private static final Pattern TITLED_NAME =
      Pattern.compile(NAME + "\\p{IsHan}{0,2}?(" + TITLES + ")");

  private Redaction() {}

  /** At most 60 characters on one line. */
  public static String caption(String text) {
    var line = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " ").strip();
    var redacted = redact(line);
    return redacted.codePointCount(0, redacted.length()) <= MAX_CAPTION_CHARS
        ? redacted
        : redacted.substring(0, redacted.offsetByCodePoints(0, MAX_CAPTION_CHARS - 1)) + "…";
  }

  /** All of a text, its lines kept, for a reader who is not whom it was written to. */
  public static String text(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .lines()
        .map(Redaction::redact)
        .collect(Collectors.joining("\n"));
  }

  private static String redact(String line) {
    var text = MAIL.matcher(line).replaceAll(STRUCK);
    text = PLATE.matcher(text).replaceAll(STRUCK);
    text = MIXED.matcher(text).replaceAll(STRUCK);
    text = DIGITS.matcher(text).replaceAll(STRUCK);
    text = NUMERALS.matcher(text).replaceAll(STRUCK);
    text = LABELLED_NAME.matcher(text).replaceAll("$1" + STRUCK);
    return TITLED_NAME.matcher(text).replaceAll(STRUCK + "$1");
  }
}
