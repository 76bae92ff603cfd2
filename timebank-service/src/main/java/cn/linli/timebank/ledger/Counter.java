package cn.linli.timebank.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The other side of a line. */
public sealed interface Counter {

  /** As it stands in events and in the chain. */
  String wire();

  /** Another passbook: its line is in the same transaction. */
  record Passbook(String account) implements Counter {
    @Override
    public String wire() {
      return "a:" + account;
    }
  }

  /** A system account keeps no stream: this line is its counter-leg, so the two sum to zero. */
  record Of(Kind kind, String place) implements Counter {

    private static final Pattern PLACE = Pattern.compile("[0-9]{2,15}(-[0-9]{2,15})?");

    public Of {
      if (!PLACE.matcher(place).matches()) {
        throw new IllegalArgumentException("not the place of a system account: " + place);
      }
    }

    @Override
    public String wire() {
      return kind.name().toLowerCase(Locale.ROOT) + ":" + place;
    }
  }

  enum Kind {
    /** Where minutes and points come from, and where spent ones go back to. */
    ISSUE,
    EXPIRED,
    DONATED,
    /** Between two communities; the place is {@code <from>-<to>}. */
    CLEARING
  }

  static Counter passbook(String account) {
    return new Passbook(account);
  }

  /** A system account as it stands in a line. */
  static Counter system(String wire) {
    int colon = wire.indexOf(':');
    return new Of(
        Kind.valueOf(wire.substring(0, colon).toUpperCase(Locale.ROOT)), wire.substring(colon + 1));
  }

  static Counter issue(String division) {
    return new Of(Kind.ISSUE, division);
  }

  static Counter expired(String division) {
    return new Of(Kind.EXPIRED, division);
  }

  static Counter donated(String division) {
    return new Of(Kind.DONATED, division);
  }

  /**
   * The two whose clearing account it is.
   *
   * @param from whose member spent
   * @param to where
   */
  record Communities(String from, String to) {

    private static final Pattern WIRE = Pattern.compile("clearing:([0-9]{2,15})-([0-9]{2,15})");
  }

  /** Empty: no clearing account. */
  static Optional<Communities> communities(String wire) {
    Matcher it = Communities.WIRE.matcher(wire);
    return it.matches() ? Optional.of(new Communities(it.group(1), it.group(2))) : Optional.empty();
  }

  static Counter clearing(String from, String to) {
    return new Of(Kind.CLEARING, from + "-" + to);
  }
}
