package cn.linli.petition.casework;

import cn.linli.platform.division.DivisionCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in an event: codes and ids. Everything else a caller writes in their place is kept
 * in the vault, and the event says only that something was noted.
 */
public final class Codes {

  /** An organisation, alone or {@code organisation@division}, or a division. */
  public static final String BODY = "[a-z][a-z0-9-]{0,63}(@[0-9]{2,15})?|[0-9]{2,15}";

  public static final String WORD = "[a-z][a-z0-9-]{0,39}";
  public static final String NOTED = "noted";

  private static final Pattern BODY_PATTERN = Pattern.compile(BODY);
  private static final Pattern WORD_PATTERN = Pattern.compile(WORD);

  private Codes() {}

  public static @Nullable String bodyOrNoted(@Nullable String text) {
    return text == null || BODY_PATTERN.matcher(text).matches() ? text : NOTED;
  }

  public static @Nullable String idOrNoted(@Nullable String text) {
    return text == null || PetitionStream.isId(text) ? text : NOTED;
  }

  /** A division's code in its normal form, whatever padding it came with. */
  public static String normalised(String body) {
    int at = body.indexOf('@');
    String organisation = at < 0 ? "" : body.substring(0, at + 1);
    return DivisionCode.parse(body.substring(at + 1))
        .map(division -> organisation + division.value())
        .orElse(body);
  }

  public static String wordOrNoted(String text) {
    return WORD_PATTERN.matcher(text).matches() ? text : NOTED;
  }
}
