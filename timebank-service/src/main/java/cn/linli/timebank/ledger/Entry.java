package cn.linli.timebank.ledger;

import cn.linli.events.timebank.Unit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Id of a line: {@code <account>-<m|p>-<number>}.
 *
 * @param seq number of the line in its unit, from 1
 */
public record Entry(String account, Unit unit, long seq) {

  private static final Pattern ID =
      Pattern.compile("([0-9a-z]{26}|pool-[0-9]{2,15})-([mp])-([1-9][0-9]{0,14})");

  public static Optional<Entry> parse(String id) {
    Matcher it = ID.matcher(id);
    return it.matches()
        ? Optional.of(
            new Entry(
                it.group(1),
                it.group(2).equals("m") ? Unit.MINUTES : Unit.POINTS,
                Long.parseLong(it.group(3))))
        : Optional.empty();
  }

  public String id() {
    return account + "-" + unit.code() + "-" + seq;
  }
}
