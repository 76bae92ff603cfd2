package cn.linli.petition.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who was at a meeting, as it lies in the vault; events only count heads by role. */
public record Attendees(List<Attendee> attendees) {

  /** {@code role} as it was said. */
  public record Attendee(@Nullable String person, @Nullable String role) {}

  public Attendees {
    attendees = List.copyOf(attendees);
  }
}
