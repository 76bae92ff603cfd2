package cn.linli.timebank.domain.activities;

import cn.linli.events.WireName;
import cn.linli.events.timebank.CheckWay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One volunteer in one activity.
 *
 * @param minor took part with a guardian's consent
 * @param spans they were there; at most {@link #SPANS_MAX}
 * @param inSince null: not there now
 * @param way how their coming and going is known, the weakest of all
 * @param minutes confirmed; null: not yet
 */
public record Attendance(
    String account,
    Standing standing,
    boolean minor,
    List<Span> spans,
    @Nullable Instant inSince,
    @Nullable CheckWay way,
    @Nullable Integer minutes) {

  /** Pairs of coming and going of one person in one activity (Guangdong i志愿, domain rules §6.2). */
  static final int SPANS_MAX = 3;

  /** How far somebody is. */
  public enum Standing implements WireName {
    SIGNED,
    WAITING,
    WITHDRAWN,
    MISSED,
    SERVED
  }

  public Attendance {
    spans = List.copyOf(spans);
  }

  static Attendance signed(String account, boolean waiting, boolean minor) {
    return new Attendance(
        account, waiting ? Standing.WAITING : Standing.SIGNED, minor, List.of(), null, null, null);
  }

  /** Holds a place. */
  boolean holdsPlace() {
    return standing == Standing.SIGNED || standing == Standing.SERVED;
  }

  /** Has a place or waits for one. */
  boolean isExpected() {
    return minutes == null && (standing == Standing.SIGNED || standing == Standing.WAITING);
  }

  /** Came and went, and nobody has said yet how long it was. */
  public boolean awaitsConfirmation() {
    return minutes == null && inSince == null && served() > 0;
  }

  /** Whole minutes of all pairs. */
  public int served() {
    return spans.stream().mapToInt(Span::minutes).sum();
  }

  Attendance in(Standing now) {
    return new Attendance(account, now, minor, spans, inSince, way, minutes);
  }

  Attendance came(Instant at, CheckWay how) {
    return new Attendance(account, standing, minor, spans, at, weaker(how), minutes);
  }

  Attendance went(Instant from, Instant at, CheckWay how) {
    var more = new ArrayList<>(spans);
    more.add(new Span(from, at));
    return new Attendance(account, standing, minor, more, null, weaker(how), minutes);
  }

  Attendance confirmed(int given) {
    return new Attendance(account, Standing.SERVED, minor, spans, inSince, way, given);
  }

  private CheckWay weaker(CheckWay how) {
    return way == null || how.compareTo(way) > 0 ? how : way;
  }
}
