package cn.linli.events.petition;

import java.time.LocalDate;
import java.util.List;

/**
 * An event that says itself what it adds to figures, for capabilities beside handling. {@link
 * Standing} keeps the sums by name and day, so that a relocation takes them along.
 */
public interface Tallied extends Faceted {

  /**
   * @param today the day of the event's stamp
   */
  List<Tally> tallies(LocalDate today);
}
