package cn.linli.timebank.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.linli.events.timebank.Unit;
import java.util.Comparator;

/**
 * How far one unit of one passbook has come: what a root is made of.
 *
 * @param seq number of its last line
 * @param head that line's hash, and so all lines' before it
 */
public record Leaf(Id id, long seq, String head) {

  private static final String BETWEEN = "\n";

  /** Which one. */
  public record Id(String account, Unit unit) {

    /** By which leaves are ordered and found. */
    String key() {
      return account + "-" + unit.code();
    }
  }

  /** The published order of leaves: by account, minutes before points. */
  static final Comparator<Leaf> ORDER = Comparator.comparing(leaf -> leaf.id().key());

  /** What is hashed: account, unit, number and hash of the last line, joined by newlines. */
  String text() {
    return String.join(BETWEEN, id.account(), id.unit().wire(), Long.toString(seq), head);
  }

  byte[] bytes() {
    return text().getBytes(UTF_8);
  }

  static Leaf parse(String text) {
    String[] parts = text.split(BETWEEN, -1);
    Unit unit = Unit.MINUTES.wire().equals(parts[1]) ? Unit.MINUTES : Unit.POINTS;
    return new Leaf(new Id(parts[0], unit), Long.parseLong(parts[2]), parts[3]);
  }
}
