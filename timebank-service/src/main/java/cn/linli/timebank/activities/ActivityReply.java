package cn.linli.timebank.activities;

import cn.linli.events.petition.ReferralOrigin;
import cn.linli.events.timebank.CheckWay;
import cn.linli.platform.web.Versioned;
import cn.linli.timebank.domain.activities.Activity;
import cn.linli.timebank.domain.activities.Attendance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity.
 *
 * @param group of the service, in the catalogue
 * @param minutesCap of each volunteer; null: the scheme's cap of a session
 * @param skill that must have been shown; null: none
 * @param origin the request behind it
 * @param confirmed volunteers whose time was confirmed
 * @param minutes of all of them together
 * @param heads who were served
 * @param code told on the spot; only for organisers
 * @param attendances everybody's for organisers, else the caller's own
 */
public record ActivityReply(
    String id,
    String title,
    String division,
    String service,
    String group,
    Activity.Status status,
    Instant startsAt,
    Instant endsAt,
    int places,
    int placesTaken,
    int waiting,
    int needed,
    int confirmed,
    int minutes,
    int heads,
    @Nullable Integer minutesCap,
    boolean risk,
    @Nullable String skill,
    List<String> coOrganisers,
    boolean ownCheck,
    List<String> topics,
    @Nullable String team,
    @Nullable ReferralOrigin origin,
    @Nullable String code,
    List<Attended> attendances,
    Instant publishedAt,
    long version)
    implements Versioned {

  /**
   * @param name masked; null where it was erased
   * @param served whole minutes between coming and going
   * @param minutes confirmed; null: not yet
   */
  public record Attended(
      String account,
      @Nullable String name,
      Attendance.Standing standing,
      @Nullable CheckWay way,
      @Nullable Instant inSince,
      int served,
      @Nullable Integer minutes) {}
}
