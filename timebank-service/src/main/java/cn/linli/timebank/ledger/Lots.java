package cn.linli.timebank.ledger;

import cn.linli.events.timebank.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** First in, first out: what of which month is left. */
final class Lots {

  /** Five years of months per unit; older ones are one lot. */
  static final int COUNT_MAX = 60;

  private Lots() {}

  /** Income of a month. */
  static List<Lot> plus(
      List<Lot> lots, Unit unit, int month, long amount, @Nullable LocalDate expires) {
    var after = new ArrayList<Lot>(lots.size() + 1);
    boolean added = false;
    for (Lot lot : lots) {
      boolean same = lot.month() == month && lot.isOf(unit, expires);
      after.add(same && !added ? lot.withLeft(lot.left() + amount) : lot);
      added |= same;
    }
    if (!added) {
      after.add(new Lot(unit, month, amount, expires, null));
      merge(after, unit);
    }
    return after;
  }

  /** Spends the oldest first. */
  static List<Lot> minus(List<Lot> lots, Unit unit, long amount) {
    long open = amount;
    var after = new ArrayList<Lot>(lots.size());
    for (Lot lot : lots) {
      if (lot.unit() != unit || open == 0) {
        after.add(lot);
      } else if (lot.left() > open) {
        after.add(lot.withLeft(lot.left() - open));
        open = 0;
      } else {
        open -= lot.left();
      }
    }
    return after;
  }

  /** Takes away what expires on a day. */
  static List<Lot> expire(List<Lot> lots, Unit unit, long amount, LocalDate expires) {
    long open = amount;
    var after = new ArrayList<Lot>(lots.size());
    for (Lot lot : lots) {
      if (!lot.isOf(unit, expires) || open == 0) {
        after.add(lot);
      } else if (lot.left() > open) {
        after.add(lot.withLeft(lot.left() - open));
        open = 0;
      } else {
        open -= lot.left();
      }
    }
    return after;
  }

  static List<Lot> told(List<Lot> lots, Unit unit, LocalDate expires) {
    return lots.stream()
        .map(lot ->
            lot.isOf(unit, expires)
                ? new Lot(unit, lot.month(), lot.left(), expires, expires)
                : lot)
        .toList();
  }

  static List<Lot> postpone(List<Lot> lots, Unit unit, LocalDate expires, LocalDate until) {
    return lots.stream()
        .map(lot ->
            lot.isOf(unit, expires) ? new Lot(unit, lot.month(), lot.left(), until, until) : lot)
        .toList();
  }

  /** The two oldest become one that expires with the later of them, or never. */
  private static void merge(List<Lot> lots, Unit unit) {
    if (lots.stream().filter(lot -> lot.unit() == unit).count() <= COUNT_MAX) {
      return;
    }
    int first = next(lots, unit, 0);
    int second = next(lots, unit, first + 1);
    Lot old = lots.get(first);
    Lot newer = lots.get(second);
    LocalDate expires = later(old.expires(), newer.expires());
    lots.set(
        second,
        new Lot(
            unit,
            newer.month(),
            old.left() + newer.left(),
            expires,
            Objects.equals(expires, newer.expires()) ? newer.told() : old.told()));
    lots.remove(first);
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return null;
    }
    return one.isAfter(other) ? one : other;
  }

  private static int next(List<Lot> lots, Unit unit, int from) {
    int at = from;
    while (lots.get(at).unit() != unit) {
      at++;
    }
    return at;
  }
}
