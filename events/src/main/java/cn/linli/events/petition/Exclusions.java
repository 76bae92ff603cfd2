package cn.linli.events.petition;

import cn.linli.events.petition.PetitionEvent.Rejected;
import cn.linli.events.petition.PetitionEvent.Resolved;
import cn.linli.events.petition.PetitionEvent.Submitted;
import cn.linli.events.petition.PetitionEvent.VisitMissed;
import cn.linli.events.petition.PetitionEvent.Withdrawn;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What the three rates leave out, by reason, on the day the reason came up. Counted and shown
 * beside each rate, so that nobody can improve one by leaving out. Source: domain rules §4.6.
 */
public final class Exclusions {

  /** Turned away: no matter for this channel. */
  public static final String INADMISSIBLE = "inadmissible";

  /** Turned away as nobody's duty here, with the right channel named as proof. */
  public static final String OUT_OF_DUTY = "outOfDuty";

  public static final String WITHDRAWN = "withdrawn";

  /** Tried often enough on enough days, and nobody answered. */
  public static final String UNREACHED = "unreached";

  /** A consultation answered within 30 minutes: no contact is owed beside the answer. */
  public static final String ANSWERED_AT_ONCE = "answeredAtOnce";

  /** Nobody to call: anonymous, or without a number. */
  public static final String NO_CONTACT_ASKED = "noContactAsked";

  /** Praise is no matter to be solved: its category says so. */
  public static final String PRAISE = "praise";

  /** Project decision. */
  private static final long AT_ONCE_MINUTES_MAX = 30;

  private static final Set<String> DUTY_CODES =
      Set.of("out-of-duty", "not-our-duty", "not-ours", "not-mine");

  private Exclusions() {}

  public static boolean isAnsweredAtOnce(Kind kind, long minutes) {
    return kind == Kind.CONSULTATION && minutes <= AT_ONCE_MINUTES_MAX;
  }

  /** History is never asked about, so nothing of it is left out. */
  public static List<Tally> of(PetitionEvent event, LocalDate day) {
    return switch (event) {
      case Submitted e when e.facets().imported() -> List.of();
      case Submitted e when e.facets().category().equals(PRAISE) -> one(PRAISE, day);
      case Submitted e when e.contactRef() == null -> one(NO_CONTACT_ASKED, day);
      case Rejected e -> one(DUTY_CODES.contains(e.code()) ? OUT_OF_DUTY : INADMISSIBLE, day);
      case Withdrawn _ -> one(WITHDRAWN, day);
      case VisitMissed e when e.last() -> one(UNREACHED, day);
      case Resolved e
          when !e.facets().imported()
              && e.round() == 1
              && isAnsweredAtOnce(e.facets().kind(), e.span().minutes()) ->
          one(ANSWERED_AT_ONCE, day);
      default -> List.of();
    };
  }

  private static List<Tally> one(String reason, LocalDate day) {
    return List.of(new Tally(reason, day, 1));
  }
}
