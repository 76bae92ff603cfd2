package cn.linli.events.timebank;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Teams of volunteers; streams {@code m:<id>}. Their shifts are activities. */
public sealed interface TeamEvent extends TimebankEvent {

  /**
   * @param kind patrol · legal-education · mass-prevention · kitchen · culture · sport · relief ·
   *     tutoring · other
   * @param nameRef what it is called
   * @param lead account of who leads it; null: the division's house does
   */
  record TeamFormed(
      String team, String kind, String division, String nameRef, @Nullable String lead)
      implements TeamEvent {}

  record MemberJoined(String team, String account) implements TeamEvent {}

  record MemberLeft(String team, String account) implements TeamEvent {}

  /**
   * Shifts were planned; each is an activity.
   *
   * @param shifts how many
   * @param first when the first begins
   */
  record ShiftsPlanned(String team, int shifts, Instant first, Instant last) implements TeamEvent {}

  record TeamDisbanded(String team) implements TeamEvent {}
}
