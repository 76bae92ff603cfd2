package cn.linli.platform.config.tables;

import cn.linli.platform.calendar.Term;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one class, each counted from the instant the request was received.
 *
 * @param basis the norm or decision it rests on, shown to people
 */
public record Limit(
    @Nullable Term dispatch,
    @Nullable Term contact,
    @Nullable Term answer,
    @Nullable Extension extension,
    @Nullable String basis) {

  /**
   * How often and by how much the answer may be put off.
   *
   * @param each absent only where {@code times} is 0
   */
  public record Extension(int times, @Nullable Term each) {

    private static final int TIMES_MAX = 5;

    void check(String field, Flaws flaws) {
      if (times < 0 || times > TIMES_MAX) {
        flaws.add(field + ".times", "must be between 0 and " + TIMES_MAX);
      } else if (times > 0) {
        flaws.term(field + ".each", each);
      }
    }
  }

  void check(String field, Flaws flaws) {
    flaws.term(field + ".dispatch", dispatch);
    flaws.term(field + ".contact", contact);
    flaws.term(field + ".answer", answer);
    if (extension == null) {
      flaws.add(field + ".extension", Flaw.MISSING);
    } else {
      extension.check(field + ".extension", flaws);
    }
    flaws.basis(field + ".basis", basis);
  }
}
